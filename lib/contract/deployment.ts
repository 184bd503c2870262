import type { Severity } from '@/lib/compose/finding-codes'
import type { ErrorCode } from '@/lib/errors/codes'
import type { ServiceVerdict } from './deploy'

/**
 * What became of a deployment by a program. `running`: nobody waited for its end. `timed_out`: the wait was over first,
 * and the deployment goes on. After `paused` and `needs_decision` a person has to decide in Skep.
 */
export type DeploymentOutcome =
  | 'unchanged'
  | 'planned'
  | 'running'
  | 'converged'
  | 'rolled_back'
  | 'paused'
  | 'failed'
  | 'refused'
  | 'timed_out'
  | 'needs_decision'

/** `curl --fail-with-body` ends with an error from 400 on. */
export const statusByOutcome: Readonly<Record<DeploymentOutcome, number>> = {
  unchanged: 200,
  planned: 200,
  running: 202,
  converged: 200,
  rolled_back: 409,
  paused: 409,
  failed: 409,
  refused: 422,
  timed_out: 504,
  needs_decision: 409,
}

export type DeployedServiceState = 'unchanged' | 'planned' | 'pending' | 'running' | 'converged' | 'failed' | 'undone'

/** One service of the answer: what the plan does to it, how far that has come, and what is wrong with it. */
export type DeployedService = {
  name: string
  verdict: ServiceVerdict
  state: DeployedServiceState
  /** Tasks on the new spec, of those that are wanted. Null until there are any to count. */
  running: number | null
  desired: number | null
  reason: { code: ErrorCode; text: string } | null
}

/** Something about the files, or about the swarm as the files want it. `text` is English, as all of this answer. */
export type DeploymentFinding = {
  severity: Severity
  code: string
  file: string | null
  line: number | null
  column: number | null
  text: string
}

/** The answer of `POST` and `GET /api/stacks/NAME/deployment`. */
export type DeploymentAnswer = {
  outcome: DeploymentOutcome
  stack: string
  services: DeployedService[]
  /** Where it can be watched and decided about; null when nothing was begun. */
  operation: { id: string; url: string } | null
  /** The number that the deployed files got. */
  revision: number | null
  /** The plan as text, and the digest for `expectPlan`. */
  plan: string
  planDigest: string
  findings: DeploymentFinding[]
  /** Why it ended as it did, where that is not the matter of one service. */
  problem: { code: ErrorCode; text: string } | null
}
