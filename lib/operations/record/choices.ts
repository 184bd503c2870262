import type { Choice, OperationState } from '@/lib/contract/operations'
import { isUpdate } from './outcome'
import type { StepRecord } from './step-record'

/** What a person can do about an operation now. An operation that ended is undone by another one, which is no choice here. */
export function choicesOf(state: OperationState, steps: readonly StepRecord[]): Choice[] {
  const undo: Choice[] = steps.some((step) => isUpdate(step) && step.startedAt !== null) ? ['undo'] : []
  if (state === 'running') return undo
  if (state !== 'needs_decision') return []
  const lacksValue = steps.some((step) => step.state === 'failed' && step.problem?.code === 'value_needed')
  return lacksValue ? ['supply_value', ...undo, 'keep'] : [...undo, 'resume', 'keep']
}
