import 'server-only'
import { live } from '@/lib/live/live'
import { type CleanUpWish, cleanUpVerdicts, planCleanUp } from '@/lib/rotation/plan-clean-up'

type Wish = Pick<CleanUpWish, 'kinds' | 'families' | 'keep'>

/** Which versions may go, why the others stay, and the plan that removes them. */
export function cleanUp(wish: Wish) {
  const snapshot = live().snapshot()
  const verdicts = cleanUpVerdicts(snapshot, { ...wish, neededByRevisions: () => [] })
  return { verdicts, plan: planCleanUp(snapshot, verdicts) }
}
