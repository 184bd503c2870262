import type { OperationView, StepState } from '@/lib/contract/operations'
import type { Plan } from '@/lib/plan/plan'

/** An operation that applied the plan, with all steps in one state or each in its own. */
export function operationOf(plan: Plan, states: StepState | StepState[] = 'converged'): OperationView {
  return {
    id: 'operation-1',
    swarmId: plan.swarmId,
    title: plan.title,
    state: 'converged',
    actorId: 'user-1',
    actorName: 'kim',
    createdAt: 1000,
    endedAt: 2000,
    steps: plan.steps.map((step, index) => ({
      step,
      state: typeof states === 'string' ? states : (states[index] ?? 'pending'),
      progress: null,
      problem: null,
      startedAt: null,
      endedAt: null,
    })),
    problem: null,
    choices: [],
    undoes: plan.undoes,
    undoneBy: null,
  }
}
