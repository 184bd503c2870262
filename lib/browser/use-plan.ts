'use client'

import type { Plan, PlannedChange } from '@/lib/plan/plan'
import { useAnswer } from './use-answer'

/** Long enough to type "12" without planning for 1, short enough not to be waited for. */
const usualSettleMs = 150

export type PlanState<Answer extends PlannedChange> = {
  /** The whole answer, for those that get more than a plan. */
  answer: Answer | null
  plan: Plan | null
  digest: string | null
  error: unknown
  pending: boolean
  /** Plans again: after `plan_changed`, or when the swarm has moved on. */
  planAgain: () => void
}

/**
 * What a change would do, planned anew whenever the input changes. `path` null means that there is nothing to plan yet.
 * While a new plan is on its way the old one stays to be looked at, but its digest is gone, so that it cannot be applied.
 */
export function usePlan<Answer extends PlannedChange = PlannedChange>(
  path: string | null,
  body: unknown,
  settleMs = usualSettleMs,
): PlanState<Answer> {
  const { answer, isCurrent, error, pending, askAgain } = useAnswer<Answer>(path, body, settleMs)
  const digest = isCurrent && answer ? answer.digest : null
  return { answer, plan: answer?.plan ?? null, digest, error, pending, planAgain: askAgain }
}
