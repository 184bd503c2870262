import 'server-only'
import type { Choice, OperationView } from '@/lib/contract/operations'
import { AppError, isAppError } from '@/lib/errors/app-error'
import { log } from '@/lib/log'
import type { Plan } from '@/lib/plan/plan'
import { settings } from '@/lib/settings'
import { appendAudit } from '@/lib/store/audit'
import { endOperation, findOperation, holdOperation, reopen, type StoredRun, updateSteps } from '@/lib/store/operations'
import { noteRevisionResult } from '@/lib/store/revisions'
import { type Trx, transact } from '@/lib/store/store'
import { start, stop } from './execute'
import { resultRow } from './record/audit-rows'
import { findOperationView, publishStored } from './record/find-view'
import { Interrupted, OperationRun } from './record/operation-run'
import { isPassed } from './record/outcome'
import { processOwner } from './record/owner'
import { forgetValues, keepValues } from './record/secret-values'
import { readStepRecord, type StepRecord, storedChange } from './record/step-record'
import { runOperation, type Who } from './run'
import { refreshDrift } from './stacks/drift'
import { type NamedStack, type NamedVersions, readNamedVersions, recordNames } from './stacks/named-revisions'
import { planWayBack } from './way-back'

/** For what the files need of the engine, while a person waits. */
const filesWaitMs = 5_000

/**
 * Does what a person decided about an operation. `value` is that of the secret that was lost. Returns the operation that
 * goes on: with `undo` a new one, if there is anything to take back.
 */
export async function decide(id: string, choice: Choice, user: Who, value?: Buffer): Promise<OperationView> {
  const view = await findOperationView(id)
  if (!view.choices.includes(choice))
    throw new AppError('invalid_input', { fields: ['choice'], reasons: ['not_a_choice'] })
  if (choice === 'stop') return halt(id, user)
  if (choice === 'undo') return undo(view, user)
  if (choice === 'keep') return end(id, user, choice)
  const values = choice === 'supply_value' ? suppliedValue(view, value) : new Map()
  return goOn(id, user, { choice, values })
}

/** Between two steps; what was sent before goes on in the engine. It may also have come to its end in the meantime. */
async function halt(id: string, user: Who): Promise<OperationView> {
  await stop(id)
  await transact(async (trx) => {
    const problem = JSON.stringify({ code: 'on_hold', params: { reason: 'stopped' } })
    if (!(await holdOperation(trx, { id, owner: processOwner() }, problem))) return
    await noteRevisionResult(trx, id, 'needs_decision')
    await noteDecision(trx, id, user, { choice: 'stop' }, 'done')
  })
  await publishStored(id)
  return findOperationView(id)
}

async function undo(view: OperationView, user: Who): Promise<OperationView> {
  try {
    return await runOperation(await planWayBack(view), user)
  } catch (error) {
    if (isAppError(error) && error.code === 'nothing_to_do') return end(view.id, user, 'undo')
    throw error
  }
}

/** Leaves everything as it is and gives the locks back. Files of stacks say from now on what has moved. */
async function end(id: string, user: Who, choice: Choice): Promise<OperationView> {
  const run = await OperationRun.open(id, AbortSignal.timeout(filesWaitMs))
  const versions = await namedVersions(run)
  await transact(async (trx) => {
    if (!(await endOperation(trx, id, Date.now()))) return
    await noteRevisionResult(trx, id, 'failed')
    const files = versions ? await recordNames(trx, run, versions) : []
    await noteDecision(trx, id, user, { choice, ...(files.length > 0 && { files }) }, 'failed')
  })
  forgetValues(id)
  await publishStored(id)
  if (versions) await refreshDrift()
  return findOperationView(id)
}

/** Null also where an engine that is away would have to be asked: the locks are given back all the same. */
async function namedVersions(run: OperationRun): Promise<NamedVersions | null> {
  try {
    return await readNamedVersions(run)
  } catch (error) {
    if (!(error instanceof Interrupted) && !isAppError(error)) throw error
    log().warn({ operationId: run.id }, 'an operation ends without its versions in the stacks’ files')
    return null
  }
}

function suppliedValue({ problem }: OperationView, value: Buffer | undefined): Map<string, Buffer> {
  const name = problem?.params.name
  if (!value || typeof name !== 'string') throw new AppError('value_needed', problem?.params)
  return new Map([[name, value]])
}

type GoingOn = { choice: Choice; values: ReadonlyMap<string, Buffer> }

/** Values count only once it is certain that nobody else has decided. */
async function goOn(id: string, user: Who, { choice, values }: GoingOn): Promise<OperationView> {
  await transact(async (trx) => {
    const stored = await findOperation(id, trx)
    const lease = { owner: processOwner(), leaseUntil: Date.now() + settings().leaseMs }
    // Somebody else may have decided in the meantime.
    if (!stored || !(await reopen(trx, id, lease))) throw new AppError('nothing_to_do', { kind: 'operation', name: id })
    await reopenSteps(trx, stored)
    await noteRevisionResult(trx, id, 'running')
    await noteDecision(trx, id, user, { choice }, 'intent')
  })
  keepValues(id, values)
  start(id)
  return findOperationView(id)
}

async function reopenSteps(trx: Trx, { operation, steps }: StoredRun): Promise<void> {
  const records = steps.map(readStepRecord)
  for (const [idx, record] of records.entries()) {
    if (record.state !== 'failed' || isPassed(record, records)) continue
    await updateSteps(trx, { id: operation.id, owner: processOwner(), indexes: [idx] }, storedChange(reopened(record)))
  }
}

/** What somebody else changed is left to him; a paused update, or a stop of our own, is passed; all else is done again. */
function reopened({ problem, memo }: StepRecord): Partial<StepRecord> {
  if (problem?.code === 'version_conflict') return { memo: { ...memo, decision: 'leave' } }
  const decision = problem?.code === 'update_paused' || problem?.code === 'on_hold' ? 'push' : null
  return { state: 'pending', problem: null, endedAt: null, memo: { ...memo, shown: null, decision } }
}

async function noteDecision(
  trx: Trx,
  id: string,
  user: Who,
  detail: { choice: Choice; files?: NamedStack[] },
  result: 'intent' | 'done' | 'failed',
): Promise<void> {
  const stored = await findOperation(id, trx)
  if (!stored) return
  const plan: Plan = JSON.parse(stored.operation.plan)
  await appendAudit(trx, { ...resultRow(id, plan, user, { result, detail }), action: 'operation.decide' })
}
