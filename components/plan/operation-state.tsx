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

/** `held`: it stopped here because the plan says so. `left`: sent, and watched no more. `not_begun`: and never will. */
export type ShownState = StepState | 'held' | 'left' | 'not_begun'

const stepTones: Record<ShownState, Tone> = {
  pending: 'neutral',
  sent: 'working',
  converged: 'running',
  failed: 'failing',
  unknown: 'attention',
  undone: 'neutral',
  held: 'attention',
  left: 'neutral',
  not_begun: 'neutral',
}

export function StepStateBadge({ state }: { state: ShownState }) {
  const t = useTranslations('plan.stepState')
  return <Badge tone={stepTones[state]}>{t(state)}</Badge>
}
