import type { OperationView, StepState } from '@/lib/contract/operations'
import type { Plan } from '@/lib/plan/plan'

/** An operation that has applied the plan, every step in the same state. */
export function operationOf(plan: Plan, state: StepState = 'converged'): OperationView {
  return {
    id: 'operation-1',
    swarmId: plan.swarmId,
    title: plan.title,
    state: 'converged',
    actorId: 'user-1',
    actorName: 'Ada',
    createdAt: 0,
    endedAt: 1,
    steps: plan.steps.map((step) => ({ step, state, progress: null, problem: null, startedAt: 0, endedAt: 1 })),
    problem: null,
    choices: [],
    undoes: null,
    undoneBy: null,
  }
}
