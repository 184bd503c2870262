'use client'

import { useTranslations } from 'use-intl'
import { PlanNotes } from '@/components/plan/plan-notes'
import { PlanSteps } from '@/components/plan/plan-steps'
import { CopyValue } from '@/components/plan/value/copy-value'
import { ObjectLink } from '@/components/swarm/object-link'
import { Disclosure } from '@/components/ui/disclosure'
import type { ReadyRotation } from './ready'
import { RotationFiles } from './rotation-files'
import { useRotationLine } from './use-rotation-line'

type Props = {
  rotation: ReadyRotation
  /** The value as it will be sent. It is asked for when somebody wants to have it, and never held here. */
  readValue: () => string
}

/** One rotation before it begins: what is made, what restarts, and the value to take along. */
export function PlannedRow({ rotation, readValue }: Props) {
  const t = useTranslations('oneClick')
  const line = useRotationLine()
  const { name, successor, plan } = rotation
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 break-words">
          <ObjectLink kind="secret" name={name} /> <span className="text-muted">{t('becomes')}</span>{' '}
          <span className="font-medium">{successor}</span>
        </span>
        <CopyValue aria-label={t('copyValueOf', { name: successor })} readValue={readValue} className="sm:ml-auto" />
      </p>
      <p className="max-w-prose text-muted text-sm">{line(plan)}</p>
      <Disclosure summary={t('details')}>
        <div className="flex flex-col gap-4 py-1">
          <PlanSteps steps={plan.steps} />
          <PlanNotes notes={plan.notes} />
        </div>
      </Disclosure>
      <RotationFiles rotation={rotation} />
    </div>
  )
}
