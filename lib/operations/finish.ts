import 'server-only'
import type { Step } from '@/lib/plan/plan'
import { appendAudit } from '@/lib/store/audit'
import { erasePayloads, findOperation, markUndone } from '@/lib/store/operations'
import { noteRevisionResult } from '@/lib/store/revisions'
import { type Trx, transact } from '@/lib/store/store'
import { resultRow } from './record/audit-rows'
import { publishStored } from './record/find-view'
import type { OperationRun } from './record/operation-run'
import { outcomeOf } from './record/outcome'
import { forgetValues } from './record/secret-values'
import { readStepRecord, type StepRecord } from './record/step-record'
import { refreshDrift } from './stacks/drift'

/** Writes down what became of an operation whose steps went as far as they go. One that needs a decision has not ended. */
export async function finish(run: OperationRun): Promise<void> {
  const { state, problem } = outcomeOf(run.steps)
  const stored = problem && JSON.stringify(problem)
  const { undoes } = run.operation
  const isOpen = state === 'needs_decision'
  await transact(async (trx) => {
    await run.save({ state, problem: stored, leaseUntil: null, ...(!isOpen && { endedAt: Date.now() }) }, trx)
    await noteRevisionResult(trx, run.id, state)
    if (isOpen) return
    await erasePayloads(trx, run.id)
    if (undoes) await noteUndone(trx, undoes, run)
    const result = state === 'converged' ? 'done' : 'failed'
    await appendAudit(trx, resultRow(run.id, run.plan, actorOf(run), { result, detail: { state, problem } }))
  })
  run.publish()
  if (run.plan.bodies) await refreshDrift()
  if (isOpen) return
  forgetValues(run.id)
  if (undoes) await publishStored(undoes)
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
