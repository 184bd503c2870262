import type { Choice, OperationState } from '@/lib/contract/operations'
import { isDeployedAgain, isUndoable } from '@/lib/operations/plan-undo'
import type { PlanCode } from '@/lib/plan/plan'
import { hasTraces, isPassed } from './outcome'
import type { StepRecord } from './step-record'

type Operation = { code: PlanCode; state: OperationState; steps: readonly StepRecord[]; undoneBy: string | null }

/** What a person can do about an operation now. What has ended can still be taken back, as long as it was not. */
export function choicesOf({ code, state, steps, undoneBy }: Operation): Choice[] {
  const wayBack: Choice[] = isUndoable(code) ? ['undo'] : isDeployedAgain(code) ? ['deploy_again'] : []
  const undo = undoneBy === null && steps.some(hasTraces) ? wayBack : []
  if (state === 'running') return steps.length > 1 && steps.some(isPending) ? ['stop', ...undo] : undo
  if (state !== 'needs_decision') return undo
  const codes = steps.flatMap((step) => (step.state === 'failed' && !isPassed(step, steps) ? step.problem?.code : []))
  if (codes.includes('value_needed')) return ['supply_value', ...undo, 'keep']
  // Nothing is wrong with one that stopped because it was told to: to go on is what is expected then.
  return codes.every((code) => code === 'on_hold') ? ['resume', ...undo, 'keep'] : [...undo, 'resume', 'keep']
}

const isPending = ({ state }: StepRecord) => state === 'pending'
