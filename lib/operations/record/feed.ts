import 'server-only'
import type { OperationView } from '@/lib/contract/operations'
import type { RowsSource } from '@/lib/live/rows-source'
import { listOperations, type StoredOperation } from '@/lib/store/operations'
import { operationView } from './operation-view'
import { noteRotation } from './rotations'
import { readStepRecord, type StepRecord } from './step-record'

type Entry = { operation: StoredOperation; steps: readonly StepRecord[]; view: OperationView }

/** What the pages show of operations: kept in memory, filled from the database at the start. */
type Feed = {
  entries: Map<string, Entry>
  /** The last operation that takes another one back, by the id of that other one. */
  undoneBy: Map<string, string>
  listeners: Set<(ids: readonly string[]) => void>
}

/** As many as a list can usefully show; older ones are read from the database, one at a time. */
const keptOperations = 500

const g = globalThis as typeof globalThis & { skepOperations?: Feed }

function feed(): Feed {
  g.skepOperations ??= { entries: new Map(), undoneBy: new Map(), listeners: new Set() }
  return g.skepOperations
}

export async function loadOperations(): Promise<void> {
  const stored = await listOperations(keptOperations)
  for (const { operation, steps } of stored.toReversed()) publishOperation(operation, steps.map(readStepRecord))
}

/** Takes in the state of an operation, and of the one that it takes back: that now says by whom. */
export function publishOperation(operation: StoredOperation, steps: readonly StepRecord[]): void {
  const { entries, listeners } = feed()
  noteUndo(operation)
  noteRotation(operation)
  show(operation, steps)
  for (const id of entries.keys()) {
    if (entries.size <= keptOperations) break
    entries.delete(id)
  }
  const changed = operation.undoes ? [operation.id, operation.undoes] : [operation.id]
  for (const listener of listeners) listener(changed)
}

function show(operation: StoredOperation, steps: readonly StepRecord[]): void {
  const { entries, undoneBy } = feed()
  const view = operationView(operation, steps, undoneBy.get(operation.id) ?? null)
  entries.set(operation.id, { operation, steps, view })
}

/** An undo that failed took nothing back. */
function noteUndo({ id, state, undoes }: StoredOperation): void {
  if (!undoes) return
  const { entries, undoneBy } = feed()
  if (state !== 'failed') undoneBy.set(undoes, id)
  else if (undoneBy.get(undoes) === id) undoneBy.delete(undoes)
  const original = entries.get(undoes)
  if (original) show(original.operation, original.steps)
}

/** What the live topics show. An operation that makes a swarm belongs to none yet, and is shown in the one it made. */
export function operationsSource(swarmId: () => string): RowsSource<OperationView> {
  return {
    rows: () =>
      [...feed().entries.values()]
        .map((entry) => entry.view)
        .filter((view) => view.swarmId === swarmId() || view.swarmId === '')
        .sort((a, b) => (a.id < b.id ? 1 : -1)),
    row: (id) => feed().entries.get(id)?.view ?? null,
    onChange: (listener) => {
      feed().listeners.add(listener)
      return () => feed().listeners.delete(listener)
    },
  }
}
