import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { signIn } from '@/lib/auth/sign-in'
import { addUser, caller, firstAdmin, password } from '@/lib/auth/testing/people'
import { AppError } from '@/lib/errors/app-error'
import { log } from '@/lib/log'
import { listAudit } from '@/lib/store/audit'
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

test('a handler gets the object, the input and who asks, and its value becomes JSON', async () => {
  const { token } = await firstAdmin()
  const handler = endpoint(
    { action: 'service.scale', object: () => service, input: z.strictObject({ replicas: z.int() }) },
    ({ object, input, user }) => ({ name: object.ref.name, replicas: input.replicas, by: user.name }),
  )
  const { status, body } = await call(handler, put(token))
  expect([status, body]).toEqual([200, { name: 'shop_api', replicas: 3, by: 'Ada' }])
})

test('the parameters of the URL name the object, and a URL without any is well too', async () => {
  const { token } = await firstAdmin()
  const handler = endpoint(
    {
      action: 'service.read',
      object: (params) => ({ ref: { kind: 'service', name: params.service ?? 'none', stack: null } }),
    },
    ({ object }) => object.ref.name,
  )
  const request = () => requestTo({ headers: cookie(token) })
  expect((await call(handler, request())).body).toBe('none')
  const withParams = await handler(request(), { params: Promise.resolve({ service: 'shop_api' }) })
  expect(await withParams.json()).toBe('shop_api')
})

test('a value is 200, nothing is 204, and a Response goes out as it is', async () => {
  const { token } = await firstAdmin()
  expect(
    (
      await call(
        scale(() => []),
        put(token),
      )
    ).status,
  ).toBe(200)
  expect(
    (
      await call(
        scale(() => undefined),
        put(token),
      )
    ).status,
  ).toBe(204)
  expect(
    (
      await call(
        scale(() => Response.json(1, { status: 201 })),
        put(token),
      )
    ).status,
  ).toBe(201)
})

test('every answer, errors too, is kept nowhere, framed nowhere and guessed at by nobody', async () => {
  const { token } = await firstAdmin()
  for (const request of [put(token), put('wrong'), requestTo({ headers: { host: 'evil.test' } })]) {
    const { headers } = await call(scale(), request)
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  }
})

test('an error is problem+json with its code and an English title for machines', async () => {
  const { status, headers, body } = await call(scale(), put('wrong'))
  expect(status).toBe(401)
  expect(headers.get('content-type')).toBe('application/problem+json')
  expect(body).toMatchObject({ type: 'urn:skep:problem:not_signed_in', title: 'You are signed out', status: 401 })
  expect(body).toMatchObject({ code: 'not_signed_in', params: {} })
})

test('a body that is not JSON is refused, and so is JSON under another name', async () => {
  const { token } = await firstAdmin()
  const plain = requestTo({
    method: 'PUT',
    headers: { ...cookie(token), 'content-type': 'text/plain' },
    body: '{"replicas":3}',
  })
  for (const request of [put(token, '{"replicas":'), plain, put(token, '['.repeat(65) + ']'.repeat(65))]) {
    const { status, body } = await call(scale(), request)
    expect([status, body.code, body.params.reason]).toEqual([400, 'invalid_input', 'not_json'])
  }
})

test('the fields that are wrong are named, with a reason each, and without their values', async () => {
  const { token } = await firstAdmin()
  const { body } = await call(scale(), put(token, { replicas: 'hunter2', color: 'red' }))
  expect(body.params).toEqual({
    field: 'replicas',
    reason: 'invalid_type',
    fields: ['replicas', ''],
    reasons: ['invalid_type', 'unrecognized_keys'],
  })
  expect(JSON.stringify(body)).not.toContain('hunter2')
})

test('names that JavaScript gives a meaning to are only names', async () => {
  const { token } = await firstAdmin()
  const { body } = await call(scale(), put(token, '{"replicas":3,"__proto__":{"polluted":true},"constructor":1}'))
  expect(body.code).toBe('invalid_input')
  expect('polluted' in {}).toBe(false)
})

test('a body over the cap is cut off while it comes, whatever its length claims to be', async () => {
  const { token } = await firstAdmin()
  let sent = 0
  const endless = new ReadableStream({
    pull(controller) {
      sent += 64 * 1024
      controller.enqueue(new Uint8Array(64 * 1024).fill(32))
    },
  })
  const request = new Request('http://0.0.0.0:3000/api/x', {
    method: 'PUT',
    headers: { ...Object.fromEntries(put(token).headers), 'content-length': '10' },
    body: endless,
    // @types/node does not know it yet; fetch demands it of a streamed body.
    ...{ duplex: 'half' },
  })
  const { status, body } = await call(scale(), request)
  expect([status, body.code, body.params]).toEqual([413, 'too_large', { maxBytes: 65536 }])
  expect(sent).toBeLessThan(1024 * 1024)
})

test('an endpoint that carries contents can allow more', async () => {
  const { token } = await firstAdmin()
  const handler = endpoint(
    {
      action: 'config.rotate',
      object: () => service,
      input: z.strictObject({ text: z.string() }),
      maxBodyBytes: 200_000,
    },
    ({ input }) => input.text.length,
  )
  expect((await call(handler, put(token, { text: 'x'.repeat(100_000) }))).body).toBe(100_000)
  expect((await call(handler, put(token, { text: 'x'.repeat(200_000) }))).status).toBe(413)
})

test('search parameters are the input of a GET', async () => {
  const { token } = await firstAdmin()
  const handler = endpoint(
    { action: 'service.read', object: () => service, input: z.strictObject({ limit: z.coerce.number() }) },
    ({ input }) => input.limit,
  )
  expect((await call(handler, requestTo({ path: '/api/x?limit=7', headers: cookie(token) }))).body).toBe(7)
})

test('who may not is refused before his body is read, and it is recorded with who, what and where from', async () => {
  const { admin } = await firstAdmin()
  await addUser(admin, 'kim', 'viewer')
  const { token } = await signIn({ username: 'kim', password }, caller)
  const handle = vi.fn<() => void>()
  const { status, body } = await call(scale(handle), put(token, 'not even json'))
  expect([status, body.code]).toEqual([403, 'not_allowed'])
  expect(handle).not.toHaveBeenCalled()
  expect((await listAudit({ limit: 1 }))[0]).toMatchObject({
    actorName: 'kim',
    action: 'service.scale',
    object: 'service shop_api',
    result: 'refused',
  })
})

test('an object that is not there is not_found', async () => {
  const { token } = await firstAdmin()
  const missing = () => {
    throw new AppError('not_found', { kind: 'service', name: 'gone' })
  }
  const handler = endpoint({ action: 'service.read', object: missing }, () => 'done')
  expect((await call(handler, requestTo({ headers: cookie(token) }))).status).toBe(404)
})

test('an unexpected error is logged whole, and nothing of it leaves but its id', async () => {
  const { token } = await firstAdmin()
  const logged = vi.spyOn(log(), 'error').mockImplementation(() => undefined)
  const { status, body } = await call(
    scale(() => {
      throw new Error('ENOENT: /var/lib/skep/inner-detail')
    }),
    put(token),
  )
  expect([status, body.code]).toEqual([500, 'unexpected'])
  expect(JSON.stringify(body)).not.toContain('inner-detail')
  const [entry] = logged.mock.calls[0] ?? []
  expect(entry).toMatchObject({ id: body.id, err: new Error('ENOENT: /var/lib/skep/inner-detail') })
  logged.mockRestore()
})
