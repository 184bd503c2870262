import { rightsOf } from '@/lib/auth/authorize'
import { startedSessionCookie } from '@/lib/auth/session-cookie'
import { setUp } from '@/lib/auth/set-up'
import { SetUpRequest } from '@/lib/contract/inputs/users'
import type { CurrentUser } from '@/lib/contract/session'
import { callerOf } from '@/lib/http/client-address'
import { endpoint } from '@/lib/http/endpoint'

/** Makes the first admin, for who has the link from Skep's log, and signs him in. */
export const POST = endpoint({ access: 'public', input: SetUpRequest }, async ({ input, request }) => {
  const { token, user } = await setUp(input, callerOf(request))
  const answer: CurrentUser = { ...user, may: rightsOf(user) }
  return Response.json(answer, { status: 201, headers: { 'Set-Cookie': startedSessionCookie(request, token) } })
})
