'use client'

import { useTranslations } from 'use-intl'
import { FieldChanges } from '@/components/plan/changes/field-changes'
import { Verdict, type VerdictLook } from '@/components/plan/changes/verdict'
import type { StackComparison } from '@/lib/contract/deploy'

const looks: Record<'added' | 'removed' | 'changed', VerdictLook> = {
  added: 'create',
  removed: 'remove',
  changed: 'change',
}

/** What two states of a stack differ in, thing by thing. */
export function ComparisonView({ comparison: { services, objects } }: { comparison: StackComparison }) {
  const t = useTranslations('revisions.compare')
  const kinds = useTranslations('deploy.plan.kind')
  if (services.length === 0 && objects.length === 0) return <p className="text-muted">{t('equal')}</p>
  const things = [
    ...services.map((service) => ({ ...service, kind: t('service'), key: `service ${service.name}` })),
    ...objects.map((object) => ({ ...object, kind: kinds(object.kind), key: `${object.kind} ${object.name}` })),
  ]
  return (
    <ul aria-label={t('label')} className="divide-y divide-line rounded-lg border border-line bg-surface">
      {things.map(({ key, kind, name, verdict, changes }) => (
        <li key={key} className="flex flex-col gap-1.5 px-4 py-2.5">
          <div className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span className="min-w-0">
              <span className="text-muted text-sm">{kind}</span> <span className="break-words font-medium">{name}</span>
            </span>
            <Verdict look={looks[verdict]}>{t(verdict)}</Verdict>
          </div>
          {changes.length > 0 && <FieldChanges changes={changes} />}
        </li>
      ))}
    </ul>
  )
}
