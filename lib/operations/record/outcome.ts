import type { OperationState, ProblemView } from '@/lib/contract/operations'
import type { ErrorCode } from '@/lib/errors/codes'
import { isServiceChange, isUpdateStep } from '@/lib/plan/plan'
import type { StepRecord } from './step-record'

export type Outcome = { state: Exclude<OperationState, 'planned' | 'running'>; problem: ProblemView | null }

/** Failures after which the service may have our change all the same. */
const leavesTraces: ReadonlySet<ErrorCode> = new Set(['update_paused', 'not_converged', 'outcome_unknown'])

/** What became of an operation whose steps have all been settled, or that stopped at one. */
export function outcomeOf(steps: readonly StepRecord[]): Outcome {
  const failed = steps.find((step) => !isPassed(step, steps))
  if (!failed) return { state: 'converged', problem: null }
  const { problem } = failed
  if (problem?.code === 'value_needed' || problem?.code === 'on_hold') return { state: 'needs_decision', problem }
  if (steps.some(hasTraces)) return { state: 'needs_decision', problem }
  return { state: problem?.code === 'rolled_back' ? 'rolled_back' : 'failed', problem }
}

/** Whether the operation may go on behind this step. */
export function isPassed(record: StepRecord, steps: readonly StepRecord[]): boolean {
  if (record.state === 'converged' || record.state === 'undone') return true
  if (record.state !== 'failed') return false
  return record.memo.decision === 'leave' || (isGone(record) && steps.filter(isUpdate).length > 1)
}

/** Whether something has our change, or may have it, that can be taken back. */
export function hasTraces(record: StepRecord): boolean {
  if (record.state === 'failed') return record.problem !== null && leavesTraces.has(record.problem.code)
  return canBeTakenBack(record) && ['converged', 'sent', 'unknown'].includes(record.state)
}

function canBeTakenBack({ step }: StepRecord): boolean {
  return isServiceChange(step) || step.action === 'remove-service' || step.action === 'set-labels'
}

/** A service that was removed meanwhile uses nothing any more: the others go on. */
function isGone(record: StepRecord): boolean {
  return isUpdate(record) && record.problem?.code === 'not_found'
}

function isUpdate({ step }: StepRecord): boolean {
  return isUpdateStep(step)
}
