import 'server-only'
import { sessionsChanged } from '@/lib/auth/sessions'
import type { SignedInUser } from '@/lib/auth/user'
import { AppError } from '@/lib/errors/app-error'
import { appendAudit } from '@/lib/store/audit'
import { removeSessions } from '@/lib/store/sessions'
import { transact } from '@/lib/store/store'
import { findUser, updateUser } from '@/lib/store/users'
import { hashOfNobody, hashPassword, verifyPassword } from './password-hash'
import { attemptSucceeded, beginAttempt, subjectsOf } from './throttle'

/** Asks for the old password, as slowly as signing in does, and ends the user's other sessions. */
export async function changeOwnPassword(user: SignedInUser, change: { current: string; next: string }): Promise<void> {
  const subjects = subjectsOf({ username: user.username, address: user.address })
  await beginAttempt(subjects)
  const stored = await findUser(user.id)
  const { isRight } = await verifyPassword(change.current, stored?.passwordHash ?? hashOfNobody)
  if (!isRight) throw new AppError('wrong_credentials')
  const passwordHash = await hashPassword(change.next)
  const ended = await transact(async (trx) => {
    await updateUser(trx, user.id, { passwordHash })
    await appendAudit(trx, { actor: user, action: 'session.password', object: `user ${user.username}`, result: 'done' })
    return removeSessions(trx, { userId: user.id, except: user.sessionId })
  })
  await attemptSucceeded(subjects)
  sessionsChanged(ended)
}
