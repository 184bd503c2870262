import type { DriftState } from '@/lib/contract/deploy'
import type { Snapshot } from '@/lib/swarm/snapshot'

/** Says how stacks stand to their last revisions. Answers come from memory, as all views do. */
export type DriftSource = {
  stateOf: (snapshot: Snapshot, stack: string) => DriftState
  /** Tells the stacks whose revision is another one now. */
  onChange: (listener: (stacks: readonly string[]) => void) => () => void
}

export const noDrift: DriftSource = { stateOf: () => 'unknown', onChange: () => () => undefined }

const g = globalThis as typeof globalThis & { skepDrift?: DriftSource }

export function driftSource(): DriftSource {
  return g.skepDrift ?? noDrift
}

export function setDriftSource(source: DriftSource): void {
  g.skepDrift = source
}
