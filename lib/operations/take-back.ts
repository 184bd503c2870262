import 'server-only'
import { isAppError } from '@/lib/errors/app-error'
import { log } from '@/lib/log'
import type { Plan } from '@/lib/plan/plan'
import { newId } from '@/lib/store/new-id'
import { findOperationView } from './record/find-view'
import type { OperationRun } from './record/operation-run'
import { outcomeOf } from './record/outcome'
import { recordOperation } from './record/record-operation'
import { planWayBack } from './way-back'

/**
 * Records the way back from an operation that failed, where the plan says that nobody is to be asked, and ends the
 * operation with it. Answers the id of the way back; null where there is none, and then a person decides after all.
 */
export async function takeBack(run: OperationRun): Promise<string | null> {
  if (!isToBeTakenBack(run)) return null
  try {
    const plan = await planWayBack(await findOperationView(run.id))
    const { actorId, actorName } = run.operation
    const id = newId()
    await recordOperation({ id, plan, actor: { id: actorId, name: actorName }, contents: new Map() })
    return id
  } catch (error) {
    if (!isAppError(error) || error.code === 'cannot_record') throw error
    log().warn({ operationId: run.id, code: error.code }, 'an operation that failed cannot be taken back by itself')
    return null
  }
}

/** A stop that was planned is no failure, and for a value somebody has to be asked. */
const waits: ReadonlySet<string | undefined> = new Set(['on_hold', 'value_needed'])

function isToBeTakenBack(run: OperationRun): boolean {
  const plan: Plan = run.plan
  if (plan.rollout?.onFailure !== 'undo' || plan.undoes !== null) return false
  const { state, problem } = outcomeOf(run.steps)
  return state === 'needs_decision' && !waits.has(problem?.code)
}
