import 'server-only'
import type { Plan } from '@/lib/plan/plan'
import { appendAudit } from '@/lib/store/audit'
import { erasePayloads, findOperation, markUndone } from '@/lib/store/operations'
import { type Trx, transact } from '@/lib/store/store'
import { resultRow } from './record/audit-rows'
import { publishStored } from './record/find-view'
import type { OperationRun } from './record/operation-run'
import { outcomeOf } from './record/outcome'
import { forgetValues } from './record/secret-values'
import { readStepRecord } from './record/step-record'

/** Writes down what became of an operation whose steps went as far as they go. One that needs a decision has not ended. */
export async function finish(run: OperationRun): Promise<void> {
  const { state, problem } = outcomeOf(run.steps)
  const stored = problem && JSON.stringify(problem)
  if (state === 'needs_decision') return run.save({ state, problem: stored, leaseUntil: null })

  const { undoes } = run.operation
  await transact(async (trx) => {
    await run.save({ state, problem: stored, leaseUntil: null, endedAt: Date.now() }, trx)
    await erasePayloads(trx, run.id)
    if (undoes) await noteUndone(trx, undoes, run)
    const result = state === 'converged' ? 'done' : 'failed'
    await appendAudit(trx, resultRow(run.id, planOf(run), actorOf(run), { result, detail: { state, problem } }))
  })
  forgetValues(run.id)
  if (undoes) await publishStored(undoes)
  run.publish()
}

/** The steps of the other operation whose services are back. */
async function noteUndone(trx: Trx, undoes: string, run: OperationRun): Promise<void> {
  const back = new Set(run.steps.filter((step) => step.state === 'converged').flatMap(serviceIdOf))
  const original = await findOperation(undoes, trx)
  const steps = (original?.steps ?? []).map(readStepRecord)
  const indexes = [...steps.keys()].filter((index) => serviceIdsAt(steps, index).some((id) => back.has(id)))
  await markUndone(trx, undoes, indexes)
}

type WithStep = OperationRun['steps'][number]

const serviceIdOf = ({ step }: WithStep): string[] => ('serviceId' in step ? [step.serviceId] : [])

function serviceIdsAt(steps: readonly WithStep[], index: number): string[] {
  const step = steps[index]
  return step && step.state !== 'pending' ? serviceIdOf(step) : []
}

function planOf(run: OperationRun): Plan {
  return JSON.parse(run.operation.plan)
}

function actorOf({ operation }: OperationRun) {
  return { id: operation.actorId, name: operation.actorName }
}
