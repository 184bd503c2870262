import 'server-only'
import { AppError } from '@/lib/errors/app-error'
import { appendAudit } from '@/lib/store/audit'
import { transact } from '@/lib/store/store'
import { findUser, findUserByName, type StoredUser, updateUser } from '@/lib/store/users'
import { hashOfNobody, hashPassword, verifyPassword } from './password/password-hash'
import { attemptSucceeded, beginAttempt, subjectsOf } from './password/throttle'
import { endSession, forgetOldSessions, sessionsChanged, startSession } from './sessions'
import type { SignedInUser, User } from './user'

export type Caller = { address: string | null; agent: string | null }

/**
 * Starts a session for whoever knows the password. One answer for every way of being wrong, after the same time, so that
 * nobody learns which names exist or are disabled.
 */
export async function signIn(
  { username, password }: { username: string; password: string },
  from: Caller,
): Promise<{ token: string; user: User }> {
  const subjects = subjectsOf({ username, address: from.address })
  await beginAttempt(subjects)
  const stored = await findUserByName(username)
  const { isRight, isOutdated } = await verifyPassword(password, stored?.passwordHash ?? hashOfNobody)
  if (!stored || !isRight || stored.disabledAt !== null) {
    await recordFailure(stored, from)
    throw new AppError('wrong_credentials')
  }
  const passwordHash = isOutdated ? await hashPassword(password) : stored.passwordHash
  await forgetOldSessions()
  const token = await openSession(stored.id, passwordHash, from)
  await attemptSucceeded(subjects)
  return { token, user: userOf(stored) }
}

function openSession(userId: string, passwordHash: string, from: Caller): Promise<string> {
  return transact(async (trx) => {
    // Hashing took a while, in which an admin may have disabled the user.
    const user = await findUser(userId, trx)
    if (!user || user.disabledAt !== null) throw new AppError('wrong_credentials')
    const { token, session } = await startSession(trx, userId, from)
    await updateUser(trx, userId, { passwordHash, lastSeenAt: session.createdAt })
    const actor = { ...userOf(user), sessionId: session.id, address: from.address }
    await appendAudit(trx, { actor, action: 'session.start', object: `user ${user.username}`, result: 'done' })
    return token
  })
}

/** A name that nobody has is not written down: people type passwords into the wrong field. */
function recordFailure(user: StoredUser | undefined, from: Caller): Promise<void> {
  const actor = { id: user?.id ?? null, name: user?.name ?? '', address: from.address }
  const object = user ? `user ${user.username}` : 'user'
  return transact((trx) => appendAudit(trx, { actor, action: 'session.start', object, result: 'refused' }))
}

export async function signOut(user: SignedInUser, sessionId = user.sessionId): Promise<void> {
  const ended = await transact(async (trx) => {
    await appendAudit(trx, { actor: user, action: 'session.end', object: `session ${sessionId}`, result: 'done' })
    return endSession(trx, user.id, sessionId)
  })
  sessionsChanged(ended)
}

export function userOf({ id, username, name, role }: StoredUser): User {
  return { id, username, name, role }
}
