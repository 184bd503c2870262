import 'server-only'
import { isAppError } from '@/lib/errors/app-error'
import type { Step } from '@/lib/plan/plan'
import { appendAudit } from '@/lib/store/audit'
import { erasePayloads, findOperation, markUndone } from '@/lib/store/operations'
import { noteRevisionResult } from '@/lib/store/revisions'
import { type Trx, transact } from '@/lib/store/store'
import { faultPoint } from './fault-point'
import { followUp } from './follow-up'
import { resultRow } from './record/audit-rows'
import { publishStored } from './record/find-view'
import type { OperationRun } from './record/operation-run'
import { outcomeOf } from './record/outcome'
import { type Prepared, publishPrepared, storePrepared } from './record/record-operation'
import { forgetValues } from './record/secret-values'
import { readStepRecord, type StepRecord } from './record/step-record'
import { refreshDrift } from './stacks/drift'
import { readNamedVersions, recordNames } from './stacks/named-revisions'

/**
 * Writes down what became of an operation whose steps went as far as they go. One that needs a decision has not ended.
 * Answers the id of the operation that follows it, which is recorded together with its end, or null.
 */
export async function finish(run: OperationRun): Promise<string | null> {
  const { state, problem } = outcomeOf(run.steps)
  const next = state === 'converged' ? await followUp(run) : null
  const stored = problem && JSON.stringify(problem)
  const { undoes } = run.operation
  const isOpen = state === 'needs_decision'
  const versions = state === 'converged' ? await readNamedVersions(run) : null
  const isFollowed = await transact(async (trx) => {
    await run.save({ state, problem: stored, leaseUntil: null, ...(!isOpen && { endedAt: Date.now() }) }, trx)
    await noteRevisionResult(trx, run.id, state)
    if (isOpen) return false
    await erasePayloads(trx, run.id)
    if (undoes) await noteUndone(trx, undoes, run)
    const files = versions ? await recordNames(trx, run, versions) : []
    const result = state === 'converged' ? 'done' : 'failed'
    const detail = { state, problem, ...(files.length > 0 && { files }) }
    await appendAudit(trx, resultRow(run.id, run.plan, actorOf(run), { result, detail }))
    const isRecorded = next !== null && (await recordNext(trx, next))
    faultPoint('before-commit')
    return isRecorded
  })
  run.publish()
  if (next && isFollowed) publishPrepared(next)
  if (run.plan.bodies || versions) await refreshDrift()
  if (isOpen) return null
  forgetValues(run.id)
  if (undoes) await publishStored(undoes)
  return next && isFollowed ? next.wanted.id : null
}

/** It is a convenience: where somebody else holds what it needs, the operation ends without it. */
async function recordNext(trx: Trx, next: Prepared): Promise<boolean> {
  try {
    await storePrepared(trx, next)
    return true
  } catch (error) {
    if (isAppError(error) && error.code === 'locked') return false
    throw error
  }
}

/** The steps of the other operation whose services are as before, and whose objects are gone. */
async function noteUndone(trx: Trx, undoes: string, run: OperationRun): Promise<void> {
  const back = new Set(run.steps.filter((step) => step.state === 'converged').map(({ step }) => subjectOf(step)))
  const original = await findOperation(undoes, trx)
  const steps = (original?.steps ?? []).map(readStepRecord)
  const isUndone = ({ step, state }: StepRecord) => state !== 'pending' && back.has(subjectOf(step))
  await markUndone(
    trx,
    undoes,
    [...steps.keys()].filter((index) => steps.slice(index, index + 1).some(isUndone)),
  )
  if (isConverged(run)) await noteRevisionResult(trx, undoes, 'rolled_back')
}

/** What a step is about. Names are unique among the services, networks, configs or secrets of a swarm. */
function subjectOf(step: Step): string {
  if ('serviceName' in step) return `service ${step.serviceName}`
  const kind = 'kind' in step ? step.kind : /network|config|secret/.exec(step.action)?.[0]
  return 'name' in step && kind ? `${kind} ${step.name}` : step.action
}

function isConverged(run: OperationRun): boolean {
  return run.operation.state === 'converged'
}

function actorOf({ operation }: OperationRun) {
  return { id: operation.actorId, name: operation.actorName }
}
