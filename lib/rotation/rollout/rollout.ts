import { isUpdateStep, type Rollout, type Step } from '@/lib/plan/plan'

/** What a person chooses about the way in which several services are changed. */
export type RolloutWish = {
  /** Stop before any service is changed: the new value has to be set elsewhere, too. */
  holdBefore: boolean
  /** Stop after the first service until a person has looked at it. */
  holdAfterCanary: boolean
} & Rollout

/** What goes into the plan; nothing where everything is as it always was. */
export function rolloutOf(wish: RolloutWish | undefined): Rollout | undefined {
  if (!wish) return undefined
  const { atOnce, onFailure, watchMs, keepVersions } = wish
  return { atOnce, onFailure, watchMs, keepVersions }
}

/** The steps with the stops that were asked for. After the last service there is nothing to wait with. */
export function withHolds(steps: Step[], wish: RolloutWish | undefined): Step[] {
  const first = steps.findIndex(isUpdateStep)
  if (!wish || first < 0) return steps
  const hasMore = steps.slice(first + 1).some(isUpdateStep)
  return [
    ...steps.slice(0, first),
    ...(wish.holdBefore ? [{ action: 'hold', reason: 'change_elsewhere' } as const] : []),
    ...steps.slice(first, first + 1),
    ...(wish.holdAfterCanary && hasMore ? [{ action: 'hold', reason: 'after_canary' } as const] : []),
    ...steps.slice(first + 1),
  ]
}
