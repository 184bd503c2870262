import 'server-only'
import type { OperationView } from '@/lib/contract/operations'
import type { OperationsSource } from '@/lib/live/operations-source'
import { listOperations, type StoredOperation } from '@/lib/store/operations'
import { operationView } from './operation-view'
import { readStepRecord, type StepRecord } from './step-record'

/** What the pages show of operations: kept in memory, filled from the database at the start. */
type Feed = {
  views: Map<string, OperationView>
  /** The last operation that takes another one back, by the id of that other one. */
  undoneBy: Map<string, string>
  listeners: Set<(ids: readonly string[]) => void>
}

/** As many as a list can usefully show; older ones are read from the database, one at a time. */
const keptOperations = 500

const g = globalThis as typeof globalThis & { skepOperations?: Feed }

function feed(): Feed {
  g.skepOperations ??= { views: new Map(), undoneBy: new Map(), listeners: new Set() }
  return g.skepOperations
}

export async function loadOperations(): Promise<void> {
  const stored = await listOperations(keptOperations)
  for (const { operation, steps } of stored.toReversed()) publishOperation(operation, steps.map(readStepRecord))
}

/** Takes in the state of an operation, and of the one that it takes back: that now says by whom. */
export function publishOperation(operation: StoredOperation, steps: readonly StepRecord[]): void {
  const { views, undoneBy, listeners } = feed()
  noteUndo(operation)
  views.set(operation.id, operationView(operation, steps, undoneBy.get(operation.id) ?? null))
  for (const id of views.keys()) {
    if (views.size <= keptOperations) break
    views.delete(id)
  }
  const changed = operation.undoes ? [operation.id, operation.undoes] : [operation.id]
  for (const listener of listeners) listener(changed)
}

/** An undo that failed took nothing back. */
function noteUndo({ id, state, undoes }: StoredOperation): void {
  if (!undoes) return
  const { views, undoneBy } = feed()
  if (state !== 'failed') undoneBy.set(undoes, id)
  else if (undoneBy.get(undoes) === id) undoneBy.delete(undoes)
  const original = views.get(undoes)
  if (original) views.set(undoes, { ...original, undoneBy: undoneBy.get(undoes) ?? null })
}

/** What the live topics show. An operation that makes a swarm belongs to none yet, and is shown in the one it made. */
export function operationsSource(swarmId: () => string): OperationsSource {
  return {
    rows: () =>
      [...feed().views.values()]
        .filter((view) => view.swarmId === swarmId() || view.swarmId === '')
        .sort((a, b) => (a.id < b.id ? 1 : -1)),
    row: (id) => feed().views.get(id) ?? null,
    onChange: (listener) => {
      feed().listeners.add(listener)
      return () => feed().listeners.delete(listener)
    },
  }
}
