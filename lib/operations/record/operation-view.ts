import type { OperationView } from '@/lib/contract/operations'
import type { PlanTitle } from '@/lib/plan/plan'
import type { StoredOperation } from '@/lib/store/operations'
import { choicesOf } from './choices'
import { type StepRecord, stepView } from './step-record'

/** `undoneBy` is not stored with the operation but with the one that undoes it. */
export function operationView(
  stored: StoredOperation,
  steps: readonly StepRecord[],
  undoneBy: string | null,
): OperationView {
  const title: PlanTitle = JSON.parse(stored.title)
  return {
    id: stored.id,
    swarmId: stored.swarmId,
    title,
    state: stored.state,
    actorId: stored.actorId,
    actorName: stored.actorName,
    createdAt: stored.createdAt,
    endedAt: stored.endedAt,
    steps: steps.map(stepView),
    problem: stored.problem === null ? null : JSON.parse(stored.problem),
    choices: choicesOf({ code: title.code, state: stored.state, steps, undoneBy }),
    undoes: stored.undoes,
    undoneBy,
  }
}
