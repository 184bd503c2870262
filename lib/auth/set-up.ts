import 'server-only'
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { AppError } from '@/lib/errors/app-error'
import { sha256 } from '@/lib/plan/digest'
import { appendAudit } from '@/lib/store/audit'
import { readValue, removeValue, writeValue } from '@/lib/store/key-values'
import { newId } from '@/lib/store/new-id'
import { transact } from '@/lib/store/store'
import { countUsers, insertUser } from '@/lib/store/users'
import { hashPassword } from './password/password-hash'
import { startSession } from './sessions'
import type { Caller } from './sign-in'
import type { User } from './user'

const tokenKey = 'set-up-token-hash'

/**
 * The token that makes the first admin, new at each start; null when there is somebody already. Whoever can read our log
 * is in charge of this machine, and nobody else becomes admin by being the first to look.
 */
export async function renewSetUpToken(): Promise<string | null> {
  if ((await countUsers()) > 0) {
    await removeValue(tokenKey)
    return null
  }
  const token = randomBytes(32).toString('base64url')
  await writeValue(tokenKey, sha256(token))
  return token
}

/** Makes the first admin and signs him in. Works once. */
export async function setUp(
  { token, username, name, password }: { token: string; username: string; name: string; password: string },
  from: Caller,
): Promise<{ token: string; user: User }> {
  if (!isRight(token, await readValue(tokenKey))) throw new AppError('set_up_refused')
  const passwordHash = await hashPassword(password)
  return transact(async (trx) => {
    const isStillOpen = (await countUsers(trx)) === 0 && isRight(token, await readValue(tokenKey, trx))
    if (!isStillOpen) throw new AppError('set_up_refused')
    const user: User = { id: newId(), username, name, role: 'admin' }
    const now = Date.now()
    await insertUser(trx, { ...user, passwordHash, createdAt: now, disabledAt: null, lastSeenAt: now })
    await removeValue(tokenKey, trx)
    const started = await startSession(trx, user.id, from)
    const actor = { ...user, sessionId: started.session.id, address: from.address }
    await appendAudit(trx, { actor, action: 'user.set_up', object: `user ${username}`, result: 'done' })
    return { token: started.token, user }
  })
}

function isRight(token: string, storedHash: string | null): boolean {
  return storedHash !== null && timingSafeEqual(Buffer.from(sha256(token)), Buffer.from(storedHash))
}
