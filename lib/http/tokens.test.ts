import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createToken } from '@/lib/auth/api-tokens'
import { addUser, firstAdmin } from '@/lib/auth/testing/people'
import type { SignedInUser } from '@/lib/auth/user'
import { changeUser } from '@/lib/auth/users'
import { listAudit } from '@/lib/store/audit'
import { temporaryStore } from '@/lib/store/testing/temporary-store'
import { endpoint, type RouteHandler } from './endpoint'
import { call, cookie, scale, service } from './testing/scale-endpoint'

vi.mock('@/lib/auth/password/password-cost', () => ({ passwordCost: { N: 2 ** 10, r: 8, p: 1 } }))

let database: Awaited<ReturnType<typeof temporaryStore>>
beforeEach(async () => {
  database = await temporaryStore()
})
afterEach(() => database.remove())

type Sent = { headers?: Record<string, string>; path?: string }

/** A write as curl sends it: no word about where it comes from. */
function write({ headers, path = '/api/x' }: Sent = {}): Request {
  return new Request(`http://0.0.0.0:3000${path}`, {
    method: 'PUT',
    headers: { host: 'localhost:3000', ...headers },
    body: '{}',
  })
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const deploy = (handle: (call: { user: SignedInUser }) => unknown = () => 'done') =>
  endpoint({ action: 'service.scale', tokens: true, object: () => service }, handle)

async function outcome(handler: RouteHandler, request: Request) {
  const { status, body } = await call(handler, request)
  return [status, body?.code ?? body, body?.params?.reason].filter(Boolean)
}

async function machine() {
  const { token: session, admin } = await firstAdmin()
  const { token, id } = await createToken(admin, { name: 'pipeline', expiresInDays: 1 })
  return { session, admin, token, tokenId: id }
}

test('a program with a token needs neither a cookie nor an origin', async () => {
  const { admin, token, tokenId } = await machine()
  const seen = vi.fn<(call: { user: SignedInUser }) => string>(() => 'done')
  expect(await outcome(deploy(seen), write({ headers: bearer(token) }))).toEqual([200, 'done'])
  expect(seen.mock.calls[0]?.[0].user).toMatchObject({
    id: admin.id,
    name: 'Ada · pipeline',
    role: 'admin',
    sessionId: `token:${tokenId}`,
  })
})

test('the host is asked for all the same', async () => {
  const { token } = await machine()
  expect(await outcome(deploy(), write({ headers: { ...bearer(token), host: 'evil.test' } }))).toEqual([
    421,
    'unknown_host',
  ])
})

test('what does not say that it takes tokens takes none, whoever is signed in beside', async () => {
  const { session, token } = await machine()
  const handle = vi.fn<() => void>()
  for (const headers of [bearer(token), { ...bearer(token), ...cookie(session), 'sec-fetch-site': 'same-origin' }]) {
    expect(await outcome(scale(handle), write({ headers }))).toEqual([401, 'token_refused', 'not_taken_here'])
  }
  expect(handle).not.toHaveBeenCalled()
})

test('with a token the cookie does not count', async () => {
  const { session } = await machine()
  const headers = { ...bearer('skp_wrong'), ...cookie(session), 'sec-fetch-site': 'same-origin' }
  expect(await outcome(deploy(), write({ headers }))).toEqual([401, 'token_refused', 'unknown'])
})

test('a token in a URL is no token', async () => {
  const { token } = await machine()
  for (const name of ['token', 'access_token', 'authorization', 'key']) {
    expect(await outcome(deploy(), write({ path: `/api/x?${name}=${token}` }))).toEqual([
      401,
      'token_refused',
      'missing',
    ])
    const sameOrigin = { 'sec-fetch-site': 'same-origin' }
    expect(await outcome(deploy(), write({ path: `/api/x?${name}=${token}`, headers: sameOrigin }))).toEqual([
      401,
      'not_signed_in',
    ])
  }
})

test('a program is told that its token is missing, and a browser that it is no page of ours', async () => {
  const { session } = await machine()
  for (const authorization of ['', 'Bearer ', 'Bearer $SKEP_TOKEN', 'skp_without_bearer']) {
    expect(await outcome(deploy(), write({ headers: { authorization } }))).toEqual([401, 'token_refused', 'missing'])
  }
  expect(await outcome(deploy(), write({ headers: { origin: 'http://evil.test' } }))).toEqual([403, 'foreign_origin'])
  expect(await outcome(deploy(), write({ headers: cookie(session) }))).toEqual([403, 'foreign_origin'])
  expect(await outcome(scale(), write())).toEqual([403, 'foreign_origin'])
})

test('what a proxy puts into Authorization for itself leaves the session its due', async () => {
  const { session } = await machine()
  const headers = { ...cookie(session), 'sec-fetch-site': 'same-origin', authorization: 'Bearer eyJhbGciOiJSUzI1' }
  expect(await outcome(deploy(), write({ headers }))).toEqual([200, 'done'])
  const foreign = { ...headers, 'sec-fetch-site': 'cross-site' }
  expect(await outcome(deploy(), write({ headers: foreign }))).toEqual([403, 'foreign_origin'])
})

test('the role of its owner decides, and a refusal is recorded under the name of the token', async () => {
  const { admin } = await machine()
  const kim = { ...(await addUser(admin, 'kim', 'operator')), sessionId: 'session', address: null }
  const { token, id } = await createToken(kim, { name: 'nightly', expiresInDays: 1 })
  expect(await outcome(deploy(), write({ headers: bearer(token) }))).toEqual([200, 'done'])
  await changeUser(admin, kim.id, { role: 'viewer' })
  expect(await outcome(deploy(), write({ headers: bearer(token) }))).toEqual([403, 'not_allowed'])
  const [row] = await listAudit({ limit: 1 })
  expect(row).toMatchObject({ actorId: kim.id, actorName: 'kim · nightly', action: 'service.scale', result: 'refused' })
  const stored = await database.store.selectFrom('audit').select('sessionId').orderBy('sequence', 'desc').execute()
  expect(stored[0]?.sessionId).toBe(`token:${id}`)
})
