import type { Params } from '@/lib/errors/app-error'
import type { ErrorCode } from '@/lib/errors/codes'
import type { PlanTitle, Step } from '@/lib/plan/plan'

/** As the actor of what Skep does by itself. No user has such an id. */
export const schedulerId = 'schedule'

export type OperationState = 'planned' | 'running' | 'converged' | 'rolled_back' | 'failed' | 'needs_decision'

export type StepState = 'pending' | 'sent' | 'converged' | 'failed' | 'unknown' | 'undone'

/** What a person can do about an operation now. */
export type Choice = 'stop' | 'undo' | 'deploy_again' | 'resume' | 'supply_value' | 'keep'

/** The revision whose deployment takes an operation back, or why there is none. */
export type DeployAgain = { stack: string; number: number } | { reason: 'no_revision' | 'deployed_since' }

/** How far the tasks of one service have come. */
export type StepProgress = {
  desired: number
  /** Running, and made from the new spec. */
  onNew: number
  /** Still running on an earlier spec. */
  onOld: number
  failed: number
  lastError: string | null
  /** The engine's update states that were seen, oldest first: a rollback ends as `completed` a second later. */
  seen: string[]
}

export type ProblemView = { code: ErrorCode; params: Params }

export type StepView = {
  step: Step
  state: StepState
  progress: StepProgress | null
  problem: ProblemView | null
  startedAt: number | null
  endedAt: number | null
}

/** A row of the topic `operations`, and the whole of `operation:ID`. Times are UTC milliseconds. */
export type OperationView = {
  id: string
  swarmId: string
  title: PlanTitle
  state: OperationState
  actorId: string
  actorName: string
  createdAt: number
  endedAt: number | null
  steps: StepView[]
  problem: ProblemView | null
  choices: Choice[]
  undoes: string | null
  undoneBy: string | null
}
