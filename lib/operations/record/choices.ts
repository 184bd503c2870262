import type { Choice, OperationState } from '@/lib/contract/operations'
import { isDeployedAgain, isUndoable } from '@/lib/operations/plan-undo'
import type { PlanCode } from '@/lib/plan/plan'
import { hasTraces } from './outcome'
import type { StepRecord } from './step-record'

type Operation = { code: PlanCode; state: OperationState; steps: readonly StepRecord[]; undoneBy: string | null }

/** What a person can do about an operation now. What has ended can still be taken back, as long as it was not. */
export function choicesOf({ code, state, steps, undoneBy }: Operation): Choice[] {
  const wayBack: Choice[] = isUndoable(code) ? ['undo'] : isDeployedAgain(code) ? ['deploy_again'] : []
  const undo = undoneBy === null && steps.some(hasTraces) ? wayBack : []
  if (state !== 'needs_decision') return undo
  const lacksValue = steps.some((step) => step.state === 'failed' && step.problem?.code === 'value_needed')
  return lacksValue ? ['supply_value', ...undo, 'keep'] : [...undo, 'resume', 'keep']
}
