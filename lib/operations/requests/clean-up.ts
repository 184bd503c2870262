import 'server-only'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import { live } from '@/lib/live/live'
import { type CleanUpWish, cleanUpVerdicts, planCleanUp } from '@/lib/rotation/plan-clean-up'
import { listStandingRevisions } from '@/lib/store/revisions'

type Wish = Pick<CleanUpWish, 'kinds' | 'families' | 'keep'>

/** Revisions further back are rarely gone back to; a config of theirs would be made again from its file. */
const revisionsPerStack = 3

/** Which versions may go, why the others stay, and the plan that removes them. */
export async function cleanUp(wish: Wish) {
  const neededByRevisions = await revisionsNaming(live().snapshot().swarmId)
  const snapshot = live().snapshot()
  const verdicts = cleanUpVerdicts(snapshot, { ...wish, neededByRevisions })
  return { verdicts, plan: planCleanUp(snapshot, verdicts) }
}

async function revisionsNaming(swarmId: string): Promise<CleanUpWish['neededByRevisions']> {
  const revisions = await listStandingRevisions(swarmId, revisionsPerStack)
  const namesOf = (kind: DataObjectKind, { summary }: (typeof revisions)[number]) =>
    kind === 'config' ? summary.configs : summary.secrets
  return (kind, name) => [
    ...new Set(revisions.filter((revision) => namesOf(kind, revision).includes(name)).map(({ stack }) => stack)),
  ]
}
