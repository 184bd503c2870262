import type { Plan, PlannedChange, Rollout } from '@/lib/plan/plan'
import type { VersionVerdict } from '@/lib/rotation/plan-clean-up'
import type { SecretRecipe } from '@/lib/rotation/value/generate-secret'
import type { DataObjectKind } from './data-objects'
import type { ProblemView } from './operations'

/**
 * How new versions are named. `as_before`: in the style of the latest one. A number or a day otherwise, whatever the names
 * were like so far.
 */
export const namings = ['as_before', 'number', 'date'] as const

export type Naming = (typeof namings)[number]

/** How a family is rotated with one click, how long its versions are kept, and how old they may get. */
export type RotationPolicy = {
  /** How a secret's value is made. Null: somebody types it, so there is no one click. Always null for a config. */
  recipe: SecretRecipe | null
  naming: Naming
  rollout: Rollout & { holdAfterCanary: boolean }
  maxAgeDays: number | null
  /** The hour (UTC) in which Skep rotates by itself what is too old, and removes versions beyond those to keep. Null: never. */
  automaticHour: number | null
}

/** An item of `GET /api/policies`. */
export type PolicyView = RotationPolicy & {
  kind: DataObjectKind
  family: string
  updatedAt: number
  updatedBy: string
}

/** A row of the topic `policies`, for what tells which families are due. `id` is kind and family. */
export type PolicyRow = PolicyView & {
  id: string
  /** The version whose age counts; null when nothing of the family is left. */
  current: { name: string; createdAt: number } | null
}

/** `due` soon, that is within the last tenth of the time, at most a week before. */
export type AgeState = 'fresh' | 'due' | 'overdue'

/** The answer of `POST /api/clean-up/plan`: all versions that were asked about, beside the plan that removes some. */
export type PlannedCleanUp = PlannedChange & { verdicts: VersionVerdict[] }

/** An item of the answer of `POST /api/rotations/plan`: what one click would do, or why it cannot be done. */
export type PlannedRotation = { name: string; policy: PolicyView | null } & (
  | { plan: Plan; digest: string; problem: null }
  | { plan: null; digest: null; problem: ProblemView }
)

/** An item of the answer of `POST /api/rotations`: one operation for each family, or why it did not begin. */
export type StartedRotation = { name: string; operationId: string | null; problem: ProblemView | null }
