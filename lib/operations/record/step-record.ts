import type { ProblemView, StepProgress, StepState, StepView } from '@/lib/contract/operations'
import type { Step } from '@/lib/plan/plan'
import type { StepChange, StoredStep } from '@/lib/store/operations'

/** What the executor notes about a step, beside what is shown of it. Stored in the column `progress`. */
export type StepMemo = {
  shown: StepProgress | null
  /** When the service's last update before ours began, as the engine wrote it. A later one tells that ours arrived. */
  updateBefore: string | null
  /** Whether any task of the service ran before. */
  ranBefore: boolean
  /** The engine's id of the object that was made. */
  objectId: string | null
  /** Digest of the spec as it was read right after it was sent, where the engine stores it as nobody expected. */
  stored: string | null
  /** The id of a network that had the name before: removed from the swarm, but not from the nodes yet. */
  lingering: string | null
  /** After a person's decision: `push` a paused update on, or `leave` what somebody else has changed. */
  decision: 'push' | 'leave' | null
}

export type StepRecord = {
  step: Step
  state: StepState
  problem: ProblemView | null
  startedAt: number | null
  endedAt: number | null
  payload: Buffer | null
  memo: StepMemo
}

const emptyMemo: StepMemo = {
  shown: null,
  updateBefore: null,
  ranBefore: true,
  objectId: null,
  stored: null,
  lingering: null,
  decision: null,
}

export function newStepRecord(step: Step, payload: Buffer | null): StepRecord {
  return { step, state: 'pending', problem: null, startedAt: null, endedAt: null, payload, memo: emptyMemo }
}

export function readStepRecord(stored: StoredStep): StepRecord {
  return {
    step: JSON.parse(stored.step),
    state: stored.state,
    problem: stored.problem === null ? null : JSON.parse(stored.problem),
    startedAt: stored.startedAt,
    endedAt: stored.endedAt,
    payload: stored.payload === null ? null : Buffer.from(stored.payload),
    memo: stored.progress === null ? emptyMemo : { ...emptyMemo, ...JSON.parse(stored.progress) },
  }
}

/** The columns of what has changed. */
export function storedChange(change: Partial<StepRecord>): StepChange {
  const { step, problem, memo, ...plain } = change
  return {
    ...plain,
    ...(step && { step: JSON.stringify(step) }),
    ...(problem !== undefined && { problem: problem && JSON.stringify(problem) }),
    ...(memo && { progress: JSON.stringify(memo) }),
  }
}

export function stepView({ step, state, problem, startedAt, endedAt, memo }: StepRecord): StepView {
  return { step, state, progress: memo.shown, problem, startedAt, endedAt }
}
