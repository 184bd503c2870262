'use client'

import { FilePen } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { FieldChanges } from '@/components/plan/changes/field-changes'
import { Verdict, type VerdictLook } from '@/components/plan/changes/verdict'
import { ObjectLink } from '@/components/swarm/object-link'
import { ButtonLink } from '@/components/ui/button-link'
import { useMay } from '@/lib/browser/current-user'
import type { Drift } from '@/lib/contract/deploy'
import { page } from '@/lib/paths/page'
import type { FieldChange } from '@/lib/plan/plan'

type Service = Drift['services'][number]

const looks: Record<Service['verdict'], VerdictLook> = { changed: 'change', missing: 'remove', extra: 'create' }

/** One service that is not as it was deployed, field by field: the file's value, then the live one. */
export function DriftedService({ stack, service: { name, verdict, changes } }: { stack: string; service: Service }) {
  const t = useTranslations('drift')
  return (
    <li className="flex flex-col gap-1.5 px-4 py-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        {verdict === 'missing' ? (
          <span className="break-words font-medium">{name}</span>
        ) : (
          <ObjectLink kind="service" name={name} />
        )}
        <Verdict look={looks[verdict]}>{t(`verdict.${verdict}`)}</Verdict>
      </div>
      {verdict !== 'changed' && <p className="text-muted text-sm">{t(`verdictText.${verdict}`)}</p>}
      {changes.length > 0 && <FieldChanges changes={changes} action={takeLive(stack, name)} />}
    </li>
  )
}

const takeLive = (stack: string, service: string) => (change: FieldChange) => (
  <TakeLive stack={stack} service={service} change={change} />
)

/** Opens the editor with the live value in the place of the file's. */
function TakeLive({ stack, service, change }: { stack: string; service: string; change: FieldChange }) {
  const t = useTranslations('drift')
  const mayDeploy = useMay('stack.deploy')
  const query = new URLSearchParams({ take: service, field: change.path })
  return (
    <ButtonLink
      href={`${page.editStack(stack)}?${query}`}
      size="sm"
      variant="quiet"
      icon={FilePen}
      aria-label={t('takeField', { field: change.path })}
      disabledReason={!mayDeploy && t('notAllowed')}
    >
      {t('take')}
    </ButtonLink>
  )
}
