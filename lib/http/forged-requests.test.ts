import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { firstAdmin } from '@/lib/auth/testing/people'
import { temporaryStore } from '@/lib/store/testing/temporary-store'
import { endpoint } from './endpoint'
import { requestTo } from './testing/requests'
import { call, cookie, put, scale, service } from './testing/scale-endpoint'

vi.mock('@/lib/auth/password/password-cost', () => ({ passwordCost: { N: 2 ** 10, r: 8, p: 1 } }))

let database: Awaited<ReturnType<typeof temporaryStore>>
beforeEach(async () => {
  database = await temporaryStore()
})
afterEach(() => database.remove())

test.each(['evil.test', 'localhost', 'localhost:3001', '127.0.0.1.evil.test:3000', ''])(
  'the host %o is refused before anything else is looked at',
  async (host) => {
    const handle = vi.fn<() => void>()
    const handler = endpoint({ access: 'public' }, handle)
    const { status, body } = await call(handler, requestTo({ headers: { host } }))
    expect([status, body.code]).toEqual([421, 'unknown_host'])
    expect(handle).not.toHaveBeenCalled()
  },
)

test.each([
  ['another site', { origin: 'http://evil.test', 'sec-fetch-site': 'cross-site' }],
  ['another site, in a browser without Sec-Fetch-Site', { origin: 'http://evil.test', 'sec-fetch-site': null }],
  ['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ['another port of this host', { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-site' }],
  ['a page that claims to be us by X-Forwarded-Host', { origin: 'http://evil.test', 'x-forwarded-host': 'evil.test' }],
  ['a browser that says cross-site, whatever Origin says', { 'sec-fetch-site': 'cross-site' }],
  ['a program that sends neither header', { origin: null, 'sec-fetch-site': null }],
])('a write from %s is refused', async (_, changes) => {
  const { token } = await firstAdmin()
  const request = put(token)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) request.headers.delete(name)
    else request.headers.set(name, value)
  }
  const handle = vi.fn<() => void>()
  expect((await call(scale(handle), request)).body.code).toBe('foreign_origin')
  expect(handle).not.toHaveBeenCalled()
})

test('a write with either header pointing at us is taken', async () => {
  const { token } = await firstAdmin()
  for (const missing of ['origin', 'sec-fetch-site']) {
    const request = put(token)
    request.headers.delete(missing)
    expect((await call(scale(), request)).status).toBe(200)
  }
})

test('another site cannot read either, and a program can without saying where it is', async () => {
  const { token } = await firstAdmin()
  const handler = endpoint({ action: 'service.read', object: () => service }, () => 'done')
  const read = (headers: Record<string, string>) => {
    const request = requestTo({ headers: cookie(token) })
    for (const name of ['origin', 'sec-fetch-site']) request.headers.delete(name)
    for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
    return call(handler, request)
  }
  expect((await read({})).status).toBe(200)
  expect((await read({ 'sec-fetch-site': 'none' })).status).toBe(200)
  expect((await read({ origin: 'http://evil.test' })).body.code).toBe('foreign_origin')
  expect((await read({ 'sec-fetch-site': 'cross-site' })).body.code).toBe('foreign_origin')
})

test('headers that once went around the proxy change nothing here', async () => {
  const tricks = {
    'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
    'x-original-url': '/api/health',
    'x-rewrite-url': '/api/health',
    'x-http-method-override': 'GET',
  }
  const { status } = await call(scale(), requestTo({ method: 'PUT', headers: tricks, body: { replicas: 3 } }))
  expect(status).toBe(401)
})
