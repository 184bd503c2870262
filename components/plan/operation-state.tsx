'use client'

import { useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'
import type { Tone } from '@/components/ui/state-shape'
import type { OperationState, StepState } from '@/lib/contract/operations'

const operationTones: Record<OperationState, Tone> = {
  planned: 'neutral',
  running: 'working',
  converged: 'running',
  rolled_back: 'attention',
  failed: 'failing',
  needs_decision: 'attention',
}

export function OperationStateBadge({ state, variant }: { state: OperationState; variant?: 'plain' | 'soft' }) {
  const t = useTranslations('plan.operationState')
  return (
    <Badge tone={operationTones[state]} variant={variant}>
      {t(state)}
    </Badge>
  )
}

const stepTones: Record<StepState | 'held', Tone> = {
  pending: 'neutral',
  sent: 'working',
  converged: 'running',
  failed: 'failing',
  unknown: 'attention',
  undone: 'neutral',
  held: 'attention',
}

/** `held`: it stopped here because the plan says so. */
export function StepStateBadge({ state }: { state: StepState | 'held' }) {
  const t = useTranslations('plan.stepState')
  return <Badge tone={stepTones[state]}>{t(state)}</Badge>
}
