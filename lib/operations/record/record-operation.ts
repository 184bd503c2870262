import 'server-only'
import { replicasField } from '@/lib/deploy/drift/left-be'
import { AppError } from '@/lib/errors/app-error'
import { lockKeysOf } from '@/lib/operations/lock-keys'
import type { Plan, Step } from '@/lib/plan/plan'
import { settings } from '@/lib/settings'
import { type Actor, appendAudit } from '@/lib/store/audit'
import { writeLeftBe } from '@/lib/store/left-be'
import { newId } from '@/lib/store/new-id'
import { insertOperationSpecs } from '@/lib/store/operation-specs'
import { endOperation, findOperation, insertOperation, listOpen, type StoredOperation } from '@/lib/store/operations'
import { insertRevision, type NewRevision, noteRevisionResult } from '@/lib/store/revisions'
import { type Trx, transact } from '@/lib/store/store'
import { intentRow, resultRow } from './audit-rows'
import { publishOperation } from './feed'
import { publishStored } from './find-view'
import { processOwner } from './owner'
import { newStepRecord, type StepRecord, storedChange } from './step-record'

export type NewOperation = {
  id: string
  plan: Plan
  actor: Actor & { id: string }
  /** By the configs' names. */
  contents: ReadonlyMap<string, Buffer>
  /** Of a plan that a stack file makes: recorded together with the operation, or not at all. */
  revision?: RevisionDraft
  /** The specs that it replaces, where no revision keeps them; stored sealed. */
  specsBefore?: string | null
  /** Written in the same transaction. What it throws keeps the operation from being recorded. */
  alongside?: (trx: Trx) => Promise<void>
}

export type RevisionDraft = Omit<NewRevision, 'id' | 'swarmId' | 'actor' | 'operationId' | 'result'>

/** An operation as it will be stored. */
export type Prepared = { wanted: NewOperation; operation: StoredOperation; steps: StepRecord[] }

/**
 * Records the operation, its steps, its locks and the intent in the audit log, all in one transaction: what cannot be
 * recorded is not begun. An operation that is taken back ends here, so that its locks pass to this one.
 */
export async function recordOperation(wanted: NewOperation): Promise<void> {
  const prepared = prepareOperation(wanted)
  await transact((trx) => storePrepared(trx, prepared))
  if (wanted.plan.undoes) await publishStored(wanted.plan.undoes)
  publishPrepared(prepared)
}

export function prepareOperation(wanted: NewOperation): Prepared {
  const steps = wanted.plan.steps.map((step) => newStepRecord(step, contentOf(step, wanted.contents)))
  return { wanted, operation: storedOperation(wanted), steps }
}

/** Before anything is written it is asked whether others hold what it needs. */
export async function storePrepared(trx: Trx, { wanted, operation, steps }: Prepared): Promise<void> {
  await requireUnlocked(trx, operation, wanted.plan)
  await wanted.alongside?.(trx)
  if (wanted.plan.undoes) await endUndone(trx, wanted.plan.undoes, wanted)
  await insertOperation(trx, { operation, steps: steps.map((record, idx) => storedStep(wanted.id, idx, record)) })
  if (wanted.revision) await insertRevision(trx, revisionOf(wanted, wanted.revision))
  if (wanted.specsBefore) await insertOperationSpecs(trx, wanted.id, wanted.specsBefore)
  await noteScaling(trx, wanted)
  await appendAudit(trx, intentRow(wanted.id, wanted.plan, wanted.actor))
}

/** Once the transaction has ended well. */
export function publishPrepared({ operation, steps }: Prepared): void {
  publishOperation(operation, steps)
}

/** A number of replicas that is set here is meant: it is no drift, for as long as it is that number. */
async function noteScaling(trx: Trx, { plan: { swarmId, steps }, actor }: NewOperation): Promise<void> {
  for (const step of steps) {
    if (step.action !== 'set-replicas' || step.stack === null) continue
    const key = { swarmId, stack: step.stack, service: step.serviceName, field: replicasField }
    await writeLeftBe(trx, key, { value: String(step.to), by: actor })
  }
}

function revisionOf({ id, plan, actor }: NewOperation, draft: RevisionDraft): NewRevision {
  const { swarmId } = plan
  return {
    ...draft,
    id: newId(),
    swarmId,
    actor: { id: actor.id, name: actor.name },
    result: 'running',
    operationId: id,
  }
}

function storedOperation({ id, plan, actor, revision }: NewOperation): StoredOperation {
  const now = Date.now()
  return {
    id,
    swarmId: plan.swarmId,
    title: JSON.stringify(plan.title),
    plan: JSON.stringify(plan),
    planSchema: plan.schema,
    // It is begun at once. `planned` are those that another process is to begin.
    state: 'running',
    actorId: actor.id,
    actorName: actor.name,
    reason: revision?.reason || null,
    owner: processOwner(),
    leaseUntil: now + settings().leaseMs,
    lockKeys: JSON.stringify(lockKeysOf(plan)),
    undoes: plan.undoes,
    createdAt: now,
    endedAt: null,
    problem: null,
  }
}

function storedStep(operationId: string, idx: number, record: StepRecord) {
  const { state, startedAt, endedAt, payload } = record
  const { step, progress } = storedChange(record)
  return {
    operationId,
    idx,
    step: String(step),
    state,
    progress: String(progress),
    problem: null,
    startedAt,
    endedAt,
    payload,
  }
}

function contentOf(step: Step, contents: ReadonlyMap<string, Buffer>): Buffer | null {
  return step.action === 'create-config' ? (contents.get(step.name) ?? null) : null
}

async function requireUnlocked(trx: Trx, { swarmId }: StoredOperation, plan: Plan): Promise<void> {
  const wanted = new Set(lockKeysOf(plan))
  for (const other of await listOpen(trx, swarmId)) {
    if (other.id === plan.undoes && isOursToEnd(other)) continue
    const keys: string[] = JSON.parse(other.lockKeys)
    if (keys.some((key) => wanted.has(key))) {
      throw new AppError('locked', { operation: other.id, actor: other.actorName, since: other.createdAt })
    }
  }
}

/** Not while another process is at it. */
function isOursToEnd({ state, owner, leaseUntil }: StoredOperation): boolean {
  return state === 'needs_decision' || owner === processOwner() || (leaseUntil ?? 0) < Date.now()
}

async function endUndone(trx: Trx, id: string, by: NewOperation): Promise<void> {
  if (!(await endOperation(trx, id, Date.now()))) return
  await noteRevisionResult(trx, id, 'failed')
  const undone = await findOperation(id, trx)
  if (!undone) return
  const plan: Plan = JSON.parse(undone.operation.plan)
  await appendAudit(trx, resultRow(id, plan, by.actor, { result: 'failed', detail: { undoneBy: by.id } }))
}
