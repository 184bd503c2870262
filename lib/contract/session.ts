import type { Action } from './actions'

export type Role = 'viewer' | 'operator' | 'admin'

/** Who is signed in, for the page: `may` only decides what is shown, the server decides again. */
export type CurrentUser = { id: string; username: string; name: string; role: Role; may: Action[] }

/** A row of `GET /api/users`. */
export type UserRow = {
  id: string
  username: string
  name: string
  role: Role
  isDisabled: boolean
  createdAt: number
  lastSeenAt: number | null
}

/** A row of `GET /api/session/all`: the user's own sessions. */
export type SessionRow = {
  id: string
  createdAt: number
  lastSeenAt: number
  address: string | null
  agent: string | null
  isThis: boolean
}

/** A row of `GET /api/tokens`: the user's own tokens. */
export type TokenRow = {
  id: string
  name: string
  /** Its first characters, by which a person knows it again. */
  prefix: string
  createdAt: number
  expiresAt: number | null
  lastUsedAt: number | null
}

/** The answer of `POST /api/tokens`, the only one that has the token. */
export type NewTokenRow = TokenRow & { token: string }

/** A row of `GET /api/activity`. */
export type AuditRow = {
  sequence: number
  at: number
  actorId: string | null
  actorName: string
  action: string
  /** The kind and name of what it was done to. */
  object: string
  result: 'intent' | 'done' | 'refused' | 'failed' | 'unknown'
  operationId: string | null
  detail: Record<string, unknown>
}
