import 'server-only'
import type { Selectable, Updateable } from 'kysely'
import type { OperationState } from '@/lib/contract/operations'
import type { OperationStepsTable, OperationsTable } from './schema'
import { type Store, store, type Trx } from './store'

export type StoredOperation = Selectable<OperationsTable>
export type StoredStep = Selectable<OperationStepsTable>
export type StoredRun = { operation: StoredOperation; steps: StoredStep[] }

/** States in which an operation still has something to do, and therefore holds its locks. */
export const openStates: readonly OperationState[] = ['planned', 'running', 'needs_decision']

/** States in which some process has to carry it on. */
const runningStates: readonly OperationState[] = ['planned', 'running']

export async function insertOperation(trx: Trx, { operation, steps }: StoredRun): Promise<void> {
  await trx.insertInto('operations').values(operation).execute()
  if (steps.length > 0) await trx.insertInto('operationSteps').values(steps).execute()
}

export async function findOperation(id: string, db: Store = store()): Promise<StoredRun | null> {
  const operation = await db.selectFrom('operations').selectAll().where('id', '=', id).executeTakeFirst()
  return operation ? { operation, steps: await listSteps(db, [id]) } : null
}

/** Those of the swarm that hold locks. */
export function listOpen(db: Store | Trx, swarmId: string): Promise<StoredOperation[]> {
  return db
    .selectFrom('operations')
    .selectAll()
    .where('swarmId', '=', swarmId)
    .where('state', 'in', openStates)
    .execute()
}

/** The newest first, with their steps. */
export async function listOperations(limit: number): Promise<StoredRun[]> {
  const operations = await store().selectFrom('operations').selectAll().orderBy('id', 'desc').limit(limit).execute()
  const steps = await listSteps(
    store(),
    operations.map((operation) => operation.id),
  )
  return operations.map((operation) => ({
    operation,
    steps: steps.filter((step) => step.operationId === operation.id),
  }))
}

/** Every rotation and restoration that came to its end, the oldest first. */
export function listRotations() {
  return store()
    .selectFrom('operations')
    .select(['id', 'swarmId', 'title', 'state', 'actorName', 'endedAt'])
    .where('state', '=', 'converged')
    .where((eb) => eb.or(['rotate-', 'restore-'].map((code) => eb('title', 'like', `{"code":"${code}%`))))
    .orderBy('id')
    .execute()
}

async function listSteps(db: Store, operationIds: string[]): Promise<StoredStep[]> {
  if (operationIds.length === 0) return []
  return db
    .selectFrom('operationSteps')
    .selectAll()
    .where('operationId', 'in', operationIds)
    .orderBy('operationId')
    .orderBy('idx')
    .execute()
}

/** The last operation that took the other one back, or is about to. */
export async function findUndoOf(operationId: string): Promise<string | null> {
  const row = await store()
    .selectFrom('operations')
    .select('id')
    .where('undoes', '=', operationId)
    .where('state', '!=', 'failed')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.id ?? null
}

export type OperationChange = Partial<Pick<StoredOperation, 'state' | 'owner' | 'leaseUntil' | 'endedAt' | 'problem'>>

/** False when the operation is no longer the owner's, whose changes then do not count any more. */
export async function updateOperation(
  db: Store,
  { id, owner }: { id: string; owner: string },
  change: OperationChange,
): Promise<boolean> {
  return isDone(changing(db, id, change).where('owner', '=', owner))
}

function changing(db: Store, id: string, change: Updateable<OperationsTable>) {
  return db.updateTable('operations').set(change).where('id', '=', id)
}

async function isDone(change: ReturnType<typeof changing>): Promise<boolean> {
  return (await change.executeTakeFirst()).numUpdatedRows > 0n
}

export type StepChange = Updateable<Omit<OperationStepsTable, 'operationId' | 'idx'>>

/** The same change of several steps, only while the operation is the owner's. False when it is not, or no longer. */
export async function updateSteps(
  db: Store,
  { id, owner, indexes }: { id: string; owner: string; indexes: readonly number[] },
  change: StepChange,
): Promise<boolean> {
  const done = await db
    .updateTable('operationSteps')
    .set(change)
    .where('operationId', '=', id)
    .where('idx', 'in', indexes)
    .where((eb) => eb.exists(eb.selectFrom('operations').select('id').where('id', '=', id).where('owner', '=', owner)))
    .executeTakeFirst()
  return done.numUpdatedRows === BigInt(indexes.length)
}

/** Contents that were kept for objects that now exist, or that never will. */
export async function erasePayloads(db: Store, operationId: string): Promise<void> {
  await db.updateTable('operationSteps').set({ payload: null }).where('operationId', '=', operationId).execute()
}

/** Only of those that are really being carried out: a run that broke off is left to whoever finds it. */
export async function renewLeases(ids: readonly string[], owner: string, until: number): Promise<void> {
  if (ids.length === 0) return
  await store()
    .updateTable('operations')
    .set({ leaseUntil: until })
    .where('id', 'in', ids)
    .where('owner', '=', owner)
    .where('state', 'in', runningStates)
    .execute()
}

/** Makes the operation ours if it needs somebody and nobody is known to be at it. */
export async function claim(
  db: Store,
  { id, owner, now, until }: { id: string; owner: string; now: number; until: number },
): Promise<boolean> {
  return isDone(
    changing(db, id, { owner, leaseUntil: until })
      .where('state', 'in', runningStates)
      .where((eb) => eb.or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<', now)])),
  )
}

/** Operations of the swarm that nobody carries on. */
export async function listAbandoned(swarmIds: readonly string[], now: number): Promise<string[]> {
  const rows = await store()
    .selectFrom('operations')
    .select('id')
    .where('swarmId', 'in', swarmIds)
    .where('state', 'in', runningStates)
    .where((eb) => eb.or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<', now)]))
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Ends an operation that waits for somebody, whoever had it. False when it had ended before. */
export async function endOperation(trx: Trx, id: string, endedAt: number): Promise<boolean> {
  const end = { state: 'failed' as const, endedAt, owner: null, leaseUntil: null }
  const hasEnded = await isDone(changing(trx, id, end).where('state', 'in', openStates))
  await erasePayloads(trx, id)
  return hasEnded
}

/** Notes in an operation that another one took these services' changes back. */
export async function markUndone(trx: Trx, operationId: string, indexes: readonly number[]): Promise<void> {
  if (indexes.length === 0) return
  await trx
    .updateTable('operationSteps')
    .set({ state: 'undone' })
    .where('operationId', '=', operationId)
    .where('idx', 'in', indexes)
    .execute()
}

/** Lets an operation wait for a person that this process carried out until now. False when it had ended before. */
export async function holdOperation(
  trx: Trx,
  { id, owner }: { id: string; owner: string },
  problem: string,
): Promise<boolean> {
  const hold = changing(trx, id, { state: 'needs_decision', problem, leaseUntil: null })
  return isDone(hold.where('owner', '=', owner).where('state', 'in', runningStates))
}

/** Gives an operation that a person decided about to a process. False when it was not waiting for that any more. */
export async function reopen(trx: Trx, id: string, lease: { owner: string; leaseUntil: number }): Promise<boolean> {
  return isDone(changing(trx, id, { state: 'running', problem: null, ...lease }).where('state', '=', 'needs_decision'))
}
