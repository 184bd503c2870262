import type { AgeState, RotationPolicy } from '@/lib/contract/policies'
import { defaultKeptVersions } from './plan-clean-up'

const dayMs = 86_400_000

/** What a family has that nobody has decided about. */
export const defaultPolicy: RotationPolicy = {
  recipe: null,
  naming: 'as_before',
  rollout: { atOnce: 1, onFailure: 'ask', watchMs: null, keepVersions: defaultKeptVersions, holdAfterCanary: false },
  maxAgeDays: null,
  automaticHour: null,
}

/** How old the version in use is by the policy; null where it may get as old as it likes. Times in UTC milliseconds. */
export function ageState(
  { maxAgeDays }: Pick<RotationPolicy, 'maxAgeDays'>,
  madeAt: number,
  now: number,
): AgeState | null {
  if (maxAgeDays === null) return null
  const left = madeAt + maxAgeDays * dayMs - now
  if (left <= 0) return 'overdue'
  return left <= Math.min(7 * dayMs, (maxAgeDays * dayMs) / 10) ? 'due' : 'fresh'
}

/** Whether Skep is to rotate now by itself: it is too old, somebody allowed it, and the hour has come. */
export function isToRotate(policy: RotationPolicy, madeAt: number, now: number): boolean {
  const { automaticHour, recipe } = policy
  if (automaticHour === null || recipe === null) return false
  return ageState(policy, madeAt, now) === 'overdue' && new Date(now).getUTCHours() === automaticHour
}
