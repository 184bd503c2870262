/**
 * Every failure that Skep can explain, with the HTTP status that it becomes. The sentences are in `messages/` under
 * `errors.CODE`, the long form in docs/errors.md; a test compares the three.
 */
export const statusByCode = {
  invalid_input: 400,
  engine_refused: 400,
  registry_refused: 400,
  not_signed_in: 401,
  wrong_credentials: 401,
  token_refused: 401,
  not_allowed: 403,
  foreign_origin: 403,
  set_up_refused: 403,
  not_found: 404,
  version_conflict: 409,
  plan_changed: 409,
  nothing_to_do: 409,
  still_in_use: 409,
  name_taken: 409,
  port_taken: 409,
  content_differs: 409,
  not_deployable: 409,
  locked: 409,
  last_admin: 409,
  not_undoable: 409,
  field_not_alone: 409,
  value_needed: 409,
  // Why a step of an operation did not converge.
  rolled_back: 409,
  on_hold: 409,
  update_paused: 409,
  not_converged: 409,
  too_large: 413,
  too_complex: 413,
  unknown_host: 421,
  too_many_requests: 429,
  unexpected: 500,
  engine_failed: 502,
  not_in_swarm: 503,
  not_a_manager: 503,
  swarm_locked: 503,
  no_quorum: 503,
  engine_unreachable: 503,
  engine_silent: 503,
  cannot_record: 503,
  outcome_unknown: 504,
  // No answer came at all: thrown in the browser, never sent. 503 is what a proxy in front would say.
  server_unreachable: 503,
} as const

export type ErrorCode = keyof typeof statusByCode

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(statusByCode, value)
}
