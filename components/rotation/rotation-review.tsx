'use client'

import { useTranslations } from 'use-intl'
import { FileChanges } from '@/components/plan/files/file-changes'
import { PlanReview } from '@/components/plan/plan-review'
import { RolloutOptions } from '@/components/plan/rollout/rollout-options'
import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import type { PlanState } from '@/lib/browser/use-plan'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { PlannedMove } from '@/lib/contract/stack-files'
import type { Plan } from '@/lib/plan/plan'
import { RotationStep } from './rotation-step'
import { isAboutName } from './successor-name'
import type { useRotationUrl } from './use-rotation-url'

type Props = {
  number: number
  kind: DataObjectKind
  rotation: Pick<ReturnType<typeof useRotationUrl>, 'rollout' | 'setRollout' | 'chosen'>
  planned: PlanState<PlannedMove>
  /** Why it cannot be applied yet; null where it can. */
  blockedReason: string | null
  /** There is nothing worth reading while this is so. */
  hidePlan: boolean
  apply: { pending: boolean; error: unknown; run: () => void }
}

/** How it goes over the services, the plan to read, and the button that says what applying it does. */
export function RotationReview({ number, kind, rotation, planned, blockedReason, hidePlan, apply }: Props) {
  const t = useTranslations('rotation')
  const isBadName = isAboutName(planned.error)
  const reason = blockedReason ?? (isBadName ? t('nameFirst') : planned.digest ? null : t('notPlanned'))
  return (
    <RotationStep number={number} title={t('steps.plan')} description={t('steps.planText')}>
      <div className="flex flex-col items-start gap-4">
        {rotation.chosen.length > 0 && (
          <RolloutOptions
            kind={kind}
            rollout={rotation.rollout}
            onChange={rotation.setRollout}
            isNewVersion
            services={rotation.chosen.length}
          />
        )}
        {hidePlan || isBadName ? (
          <p className="text-muted">{reason}</p>
        ) : (
          <PlanReview {...planned} hideTitle hideRollout />
        )}
        {!hidePlan && <FileChanges changes={planned.answer?.stackFiles} />}
        <ProblemNotice error={apply.error} />
        <Button variant="primary" busy={apply.pending} disabledReason={reason} onClick={apply.run}>
          <ApplyLabel plan={planned.plan} />
        </Button>
      </div>
    </RotationStep>
  )
}

/** "Create todo-list-config_v2 and restart 2 services". */
function ApplyLabel({ plan }: { plan: Plan | null }) {
  const t = useTranslations('rotation')
  const name = plan && plannedName(plan)
  if (!plan || !name) return t('applyWaiting')
  const restarts = plan.steps.filter((step) => 'effect' in step && step.effect.kind === 'restart').length
  return t('apply', { name, restarts })
}

/** The name that the successor will have, as the plan has it. */
export function plannedName(plan: Plan): string | null {
  const create = plan.steps.find((step) => step.action === 'create-config' || step.action === 'create-secret')
  return create && 'name' in create ? create.name : null
}
