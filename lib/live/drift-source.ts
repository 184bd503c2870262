import type { DriftState } from '@/lib/contract/deploy'
import type { Moved } from '@/lib/contract/stack-files'
import type { Snapshot } from '@/lib/swarm/snapshot'

/** Says how stacks stand to their last revisions. Answers come from memory, as all views do. */
export type DriftSource = {
  stateOf: (snapshot: Snapshot, stack: string) => DriftState
  /** What their files do not name yet. */
  behind: (snapshot: Snapshot, stack: string) => Moved[]
  /** Tells the stacks whose revision is another one now. */
  onChange: (listener: (stacks: readonly string[]) => void) => () => void
}

export const noDrift: DriftSource = { stateOf: () => 'unknown', behind: () => [], onChange: () => () => undefined }

const g = globalThis as typeof globalThis & { skepDrift?: DriftSource }

export function driftSource(): DriftSource {
  return g.skepDrift ?? noDrift
}

export function setDriftSource(source: DriftSource): void {
  g.skepDrift = source
}
