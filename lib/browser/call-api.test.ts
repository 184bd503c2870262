import { afterEach, expect, test, vi } from 'vitest'
import { isAppError } from '@/lib/errors/app-error'
import { callApi } from './call-api'

afterEach(() => vi.unstubAllGlobals())

function answer(body: string, init: ResponseInit = {}) {
  const fetched = vi.fn<typeof fetch>(async () => new Response(init.status === 204 ? null : body, init))
  vi.stubGlobal('fetch', fetched)
  return fetched
}

async function failureOf(call: Promise<unknown>) {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!isAppError(error)) throw new Error('It did not fail with an AppError')
  return error
}

test('sends JSON and returns JSON', async () => {
  const fetched = answer('{"id":"1"}')
  expect(await callApi('PUT', '/api/x', { replicas: 5 })).toEqual({ id: '1' })
  const [path, init] = fetched.mock.calls[0] ?? []
  expect(path).toBe('/api/x')
  expect(init).toMatchObject({ method: 'PUT', body: '{"replicas":5}', headers: { 'content-type': 'application/json' } })
})

test('an empty answer is null', async () => {
  answer('', { status: 204 })
  expect(await callApi('DELETE', '/api/x')).toBeNull()
})

test('a problem is thrown as the error that the server threw, with the id of its log line', async () => {
  const problem = { type: 't', title: 'x', status: 409, code: 'still_in_use', params: { name: 'a' }, id: '42' }
  answer(JSON.stringify(problem), { status: 409 })
  const error = await failureOf(callApi('DELETE', '/api/x'))
  expect(error.code).toBe('still_in_use')
  expect(error.params).toEqual({ name: 'a', id: '42' })
})

test("a proxy's error page, which is no problem of ours, is unexpected", async () => {
  answer('<html>Bad gateway</html>', { status: 502 })
  expect((await failureOf(callApi('GET', '/api/x'))).params).toEqual({ status: 502 })
})

test('no answer at all means that the server is unreachable', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  expect((await failureOf(callApi('GET', '/api/x'))).code).toBe('server_unreachable')
})

test('an abort is an abort, not a failure of the network', async () => {
  const controller = new AbortController()
  vi.stubGlobal('fetch', () => Promise.reject(controller.signal.reason))
  controller.abort()
  await expect(callApi('GET', '/api/x', undefined, { signal: controller.signal })).rejects.toThrow('aborted')
})
