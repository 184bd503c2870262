import { rightsOf } from '@/lib/auth/authorize'
import { endedSessionCookie, startedSessionCookie } from '@/lib/auth/session-cookie'
import { signIn, signOut } from '@/lib/auth/sign-in'
import { SignInRequest } from '@/lib/contract/inputs/session'
import type { CurrentUser } from '@/lib/contract/session'
import { callerOf } from '@/lib/http/client-address'
import { endpoint } from '@/lib/http/endpoint'
import { ownSession } from '@/lib/http/objects'

/** Signs in. The token goes into the cookie alone, never into the answer. */
export const POST = endpoint({ access: 'public', input: SignInRequest }, async ({ input, request }) => {
  const { token, user } = await signIn(input, callerOf(request))
  const answer: CurrentUser = { ...user, may: rightsOf(user) }
  return Response.json(answer, { headers: { 'Set-Cookie': startedSessionCookie(request, token) } })
})

export const GET = endpoint({ action: 'session.manage', object: ownSession }, ({ user }): CurrentUser => {
  return { id: user.id, username: user.username, name: user.name, role: user.role, may: rightsOf(user) }
})

/** Signs out, and has the browser forget the pages it keeps for going back to. */
export const DELETE = endpoint({ action: 'session.manage', object: ownSession }, async ({ user, request }) => {
  await signOut(user)
  const headers = { 'Set-Cookie': endedSessionCookie(request), 'Clear-Site-Data': '"cache"' }
  return new Response(null, { status: 204, headers })
})
