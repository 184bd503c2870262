import 'server-only'
import { randomBytes } from 'node:crypto'
import type { SessionRow } from '@/lib/contract/session'
import { AppError } from '@/lib/errors/app-error'
import { log } from '@/lib/log'
import { sha256 } from '@/lib/plan/digest'
import { newId } from '@/lib/store/new-id'
import {
  findSessionByHash,
  findSessionById,
  insertSession,
  listSessions,
  removeSessions,
  removeSessionsBefore,
  type StoredSession,
  touchSession,
} from '@/lib/store/sessions'
import type { Trx } from '@/lib/store/store'
import { findUser } from '@/lib/store/users'
import { revokeStreams } from './open-streams'
import type { User } from './user'

const idleMs = 60 * 60_000
const absoluteMs = 12 * 3_600_000
/** Not every request has to write. */
const touchEveryMs = 60_000

export const sessionSeconds = absoluteMs / 1000

export type Session = { id: string; userId: string; createdAt: number }

const g = globalThis as typeof globalThis & { skepSeen?: Map<string, number> }

/** When sessions were last used, by id. Kept here too, because a full disk must not end the sessions of those who read. */
function seen(): Map<string, number> {
  g.skepSeen ??= new Map()
  return g.skepSeen
}

/** Makes a session and returns its token, which exists only here and in the browser. */
export async function startSession(
  trx: Trx,
  userId: string,
  from: { address: string | null; agent: string | null },
): Promise<{ token: string; session: Session }> {
  const now = Date.now()
  const token = randomBytes(32).toString('base64url')
  const session = { id: newId(now), userId, createdAt: now }
  const agent = from.agent?.slice(0, 200) ?? null
  await insertSession(trx, { ...session, tokenHash: sha256(token), lastSeenAt: now, address: from.address, agent })
  return { token, session }
}

/** Who the token's holder is, if the session still stands and its user may still sign in. */
export async function findSession(token: string | null): Promise<{ session: Session; user: User } | null> {
  const stored = token ? await findSessionByHash(sha256(token)) : undefined
  const user = stored && (await liveUserOf(stored))
  if (!user) return null
  await touch(stored)
  return { session: stored, user }
}

/** For open streams, which are no sign of a person: asks again without keeping the session alive. */
export async function isSessionLive(sessionId: string): Promise<boolean> {
  const stored = await findSessionById(sessionId)
  return stored !== undefined && (await liveUserOf(stored)) !== null
}

async function liveUserOf(session: StoredSession): Promise<User | null> {
  const now = Date.now()
  const lastSeenAt = Math.max(session.lastSeenAt, seen().get(session.id) ?? 0)
  if (now - session.createdAt >= absoluteMs || now - lastSeenAt >= idleMs) return null
  const user = await findUser(session.userId)
  if (!user || user.disabledAt !== null) return null
  return { id: user.id, username: user.username, name: user.name, role: user.role }
}

async function touch(session: StoredSession): Promise<void> {
  const now = Date.now()
  const lastKnown = Math.max(session.lastSeenAt, seen().get(session.id) ?? 0)
  if (now - lastKnown < touchEveryMs) return
  seen().set(session.id, now)
  try {
    await touchSession(session.id, session.userId, now)
  } catch (error) {
    log().warn({ err: error }, 'the last use of a session could not be recorded')
  }
}

export async function sessionRows(userId: string, thisSessionId: string): Promise<SessionRow[]> {
  const now = Date.now()
  const sessions = (await listSessions(userId)).map((session) => ({
    ...session,
    lastSeenAt: Math.max(session.lastSeenAt, seen().get(session.id) ?? 0),
  }))
  return sessions
    .filter((session) => now - session.createdAt < absoluteMs && now - session.lastSeenAt < idleMs)
    .map(({ id, createdAt, lastSeenAt, address, agent }) => {
      return { id, createdAt, lastSeenAt, address, agent, isThis: id === thisSessionId }
    })
}

/** Ends one session of a user. Nobody can name another's. */
export async function endSession(trx: Trx, userId: string, id: string): Promise<string[]> {
  const ended = await removeSessions(trx, { userId, id })
  if (ended.length === 0) throw new AppError('not_found', { kind: 'session', name: id })
  return ended
}

/** To be called when the transaction that ended them, or changed their user, is through. */
export function sessionsChanged(sessionIds: readonly string[]): void {
  for (const id of sessionIds) seen().delete(id)
  revokeStreams(sessionIds)
}

/** Rows of sessions that ended by themselves. */
export async function forgetOldSessions(now = Date.now()): Promise<void> {
  await removeSessionsBefore({ createdAt: now - absoluteMs, lastSeenAt: now - idleMs })
  for (const [id, at] of seen()) if (now - at >= idleMs) seen().delete(id)
}
