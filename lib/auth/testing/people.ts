import { findSession } from '@/lib/auth/sessions'
import { renewSetUpToken, setUp } from '@/lib/auth/set-up'
import type { SignedInUser } from '@/lib/auth/user'
import { createUser } from '@/lib/auth/users'
import type { Role } from '@/lib/contract/session'

export const caller = { address: '192.0.2.1', agent: 'a browser' }
export const password = 'bees make honey'

/** The first admin, signed in. */
export async function firstAdmin(): Promise<{ token: string; admin: SignedInUser }> {
  const setUpToken = await renewSetUpToken()
  const { token } = await setUp({ token: setUpToken ?? '', username: 'ada', name: 'Ada', password }, caller)
  return { token, admin: await signedIn(token) }
}

export function addUser(admin: SignedInUser, username: string, role: Role) {
  return createUser(admin, { username, name: username, role, password })
}

export async function signedIn(token: string): Promise<SignedInUser> {
  const found = await findSession(token)
  if (!found) throw new Error('this token opens no session')
  return { ...found.user, sessionId: found.session.id, address: caller.address }
}
