import 'server-only'
import { randomBytes } from 'node:crypto'
import type { NewTokenRow, TokenRow } from '@/lib/contract/session'
import { AppError } from '@/lib/errors/app-error'
import { invalidInput } from '@/lib/errors/invalid-input'
import { log } from '@/lib/log'
import { sha256 } from '@/lib/plan/digest'
import {
  findTokenByHash,
  insertToken,
  listTokens,
  removeToken,
  type StoredToken,
  touchToken,
} from '@/lib/store/api-tokens'
import { appendAudit } from '@/lib/store/audit'
import { newId } from '@/lib/store/new-id'
import { type Trx, transact } from '@/lib/store/store'
import { findUser } from '@/lib/store/users'
import type { SignedInUser, User } from './user'

/** By it a scanner of repositories and logs knows what it has found, and we know what is meant for us. */
const mark = 'skp_'
const shownCharacters = mark.length + 6
/** Not every request has to write. */
const touchEveryMs = 60_000
/** Far more than anybody has pipelines; a mistake in a script is not to fill the database. */
const maxTokens = 100
const dayMs = 86_400_000

const g = globalThis as typeof globalThis & { skepTokensUsed?: Map<string, number> }

/** When tokens were last used, by id. Kept here too, because a full disk must not end what only reads. */
function used(): Map<string, number> {
  g.skepTokensUsed ??= new Map()
  return g.skepTokensUsed
}

/** The API token of a request: only from this header, never from its URL. What else stands there is not for us. */
export function apiTokenOf({ headers }: { headers: Headers }): string | null {
  const [, token] = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '') ?? []
  return token?.startsWith(mark) ? token : null
}

/** Makes a token for whoever asks. It exists only in this answer; what is kept is its hash. */
export async function createToken(
  actor: SignedInUser,
  wanted: { name: string; expiresInDays: number },
): Promise<NewTokenRow> {
  const now = Date.now()
  const token = mark + randomBytes(32).toString('base64url')
  const stored: StoredToken = {
    id: newId(now),
    userId: actor.id,
    name: wanted.name,
    tokenHash: sha256(token),
    prefix: token.slice(0, shownCharacters),
    createdAt: now,
    expiresAt: now + wanted.expiresInDays * dayMs,
    lastUsedAt: null,
  }
  await transact(async (trx) => {
    const others = await listTokens(actor.id, trx)
    if (others.some(({ name }) => name === wanted.name)) {
      throw new AppError('name_taken', { kind: 'token', name: wanted.name })
    }
    if (others.length >= maxTokens) throw invalidInput(['name'], ['too_many'])
    await insertToken(trx, stored)
    await record(trx, actor, 'token.create', stored)
  })
  return { ...rowOf(stored), token }
}

export async function tokenRows(userId: string): Promise<TokenRow[]> {
  return (await listTokens(userId)).map(rowOf)
}

/** Ends a token of the user's at once. Nobody can name another's. */
export async function revokeToken(actor: SignedInUser, id: string): Promise<void> {
  await transact(async (trx) => {
    const removed = await removeToken(trx, { userId: actor.id, id })
    if (!removed) throw new AppError('not_found', { kind: 'token', name: id })
    await record(trx, actor, 'token.revoke', removed)
  })
  used().delete(id)
}

/**
 * Who stands behind a token, with the role that he has now. Whoever holds the whole token may know why it is not taken
 * any more; of others there is nothing to tell.
 */
export async function requireTokenUser(token: string): Promise<{ user: User; tokenId: string }> {
  const stored = await findTokenByHash(sha256(token))
  if (!stored) throw new AppError('token_refused', { reason: 'unknown' })
  if (stored.expiresAt !== null && stored.expiresAt <= Date.now()) {
    throw new AppError('token_refused', { reason: 'expired' })
  }
  const owner = await findUser(stored.userId)
  if (!owner || owner.disabledAt !== null) throw new AppError('token_refused', { reason: 'owner_disabled' })
  await touch(stored)
  const { id, username, role } = owner
  return { user: { id, username, name: nameWithToken(owner.name, stored.name), role }, tokenId: stored.id }
}

/** Operations, revisions and the audit log copy the name: so each of them says that it was a machine, and which. */
function nameWithToken(userName: string, tokenName: string): string {
  return `${userName} · ${tokenName}`
}

async function touch(stored: StoredToken): Promise<void> {
  const now = Date.now()
  const lastKnown = Math.max(stored.lastUsedAt ?? 0, used().get(stored.id) ?? 0)
  if (now - lastKnown < touchEveryMs) return
  used().set(stored.id, now)
  try {
    await touchToken(stored.id, now)
  } catch (error) {
    log().warn({ err: error }, 'the last use of a token could not be recorded')
  }
}

function record(trx: Trx, actor: SignedInUser, action: string, { name, prefix, expiresAt }: StoredToken) {
  return appendAudit(trx, { actor, action, object: `token ${name}`, result: 'done', detail: { prefix, expiresAt } })
}

function rowOf({ id, name, prefix, createdAt, expiresAt, lastUsedAt }: StoredToken): TokenRow {
  const usedHere = used().get(id) ?? 0
  return { id, name, prefix, createdAt, expiresAt, lastUsedAt: Math.max(lastUsedAt ?? 0, usedHere) || null }
}
