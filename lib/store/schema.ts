import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { RevisionKind, RevisionResult } from '@/lib/contract/deploy'
import type { OperationState, StepState } from '@/lib/contract/operations'
import type { AuditRow, Role } from '@/lib/contract/session'

/*
 * The tables, as TypeScript sees them: camelCase here, snake_case in SQL (Kysely's CamelCasePlugin turns one into the
 * other). Only types that SQLite and PostgreSQL share: text, integers, bytes. Times are UTC milliseconds, JSON is text,
 * ids are UUIDv7, and whatever concerns a swarm carries its id.
 */
export type Database = {
  users: UsersTable
  sessions: SessionsTable
  signInFailures: SignInFailuresTable
  keyValues: KeyValuesTable
  operations: OperationsTable
  operationSteps: OperationStepsTable
  audit: AuditTable
  revisions: RevisionsTable
  registries: RegistriesTable
  apiTokens: ApiTokensTable
  policies: PoliciesTable
  leftBe: LeftBeTable
  operationSpecs: OperationSpecsTable
}

export type UsersTable = {
  id: string
  /** In lower case, and unique. */
  username: string
  name: string
  role: Role
  passwordHash: string
  createdAt: number
  disabledAt: number | null
  lastSeenAt: number | null
}

export type SessionsTable = {
  /** What lists show and requests name. It opens nothing. */
  id: string
  /** SHA-256 of the cookie's value, which is kept nowhere: a stolen database signs nobody in. */
  tokenHash: string
  userId: string
  createdAt: number
  lastSeenAt: number
  address: string | null
  agent: string | null
}

export type SignInFailuresTable = {
  /** `account:NAME` or `address:IP`. */
  subject: string
  failures: number
  blockedUntil: number
  updatedAt: number
}

/** Single facts about this installation. */
export type KeyValuesTable = { key: string; value: string }

export type OperationsTable = {
  id: string
  swarmId: string
  title: string
  plan: string
  planSchema: number
  state: OperationState
  actorId: string
  actorName: string
  reason: string | null
  /** Which process runs it, and until when it may be believed to. */
  owner: string | null
  leaseUntil: number | null
  lockKeys: string
  undoes: string | null
  createdAt: number
  endedAt: number | null
  problem: string | null
}

export type OperationStepsTable = {
  operationId: string
  idx: number
  step: string
  state: StepState
  progress: string | null
  problem: string | null
  startedAt: number | null
  endedAt: number | null
  /** Content of a config until it is created. A secret's value is never here. */
  payload: Uint8Array | null
}

export type AuditTable = {
  sequence: number
  at: number
  swarmId: string | null
  actorId: string | null
  /** Copied, so that the row still says who it was after the user is gone. */
  actorName: string
  sessionId: string | null
  address: string | null
  action: string
  object: string
  result: AuditRow['result']
  operationId: string | null
  detail: string
  previousHash: string
  hash: string
}

export type RevisionsTable = {
  id: string
  swarmId: string
  stack: string
  number: number
  kind: RevisionKind
  actorId: string
  actorName: string
  reason: string
  createdAt: number
  endedAt: number | null
  result: RevisionResult
  operationId: string | null
  restores: number | null
  summary: string
  /** Files and variables, sealed. The content of a secret is never here. */
  content: Uint8Array
  /** The services' specs that the deployment replaced, sealed: the way back. */
  specsBefore: Uint8Array | null
}

export type RegistriesTable = {
  host: string
  username: string
  /** Sealed. */
  password: Uint8Array
  updatedAt: number
  updatedBy: string
}

export type ApiTokensTable = {
  id: string
  userId: string
  name: string
  /** SHA-256 of the token, which is shown once and kept nowhere. */
  tokenHash: string
  /** Its first characters, by which a person knows it again. */
  prefix: string
  createdAt: number
  expiresAt: number | null
  lastUsedAt: number | null
}

export type PoliciesTable = {
  swarmId: string
  kind: DataObjectKind
  family: string
  policy: string
  updatedAt: number
  updatedBy: string
  /** When its schedule last had its turn. */
  ranAt: number | null
}

/** What of a stack is let be, though its file says otherwise. */
export type LeftBeTable = {
  swarmId: string
  stack: string
  service: string
  field: string
  /** Only while it has this value, which no environment variable's is; null: whatever it has. */
  value: string | null
  at: number
  byId: string
  byName: string
}

/** The specs that services had before an operation that no revision belongs to, sealed: the way back from it. */
export type OperationSpecsTable = { operationId: string; specs: Uint8Array }
