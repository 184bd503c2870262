import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { proxy } from '@/proxy'

const answerTo = (path: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(`http://0.0.0.0:3000${path}`, { headers: { host: 'localhost:3000', ...headers } }))

/** Next takes the headers that a page is to see from those of the answer. */
const seenByPage = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`)

test('only scripts with this answer’s nonce run, and each answer has its own', () => {
  const [one, other] = [answerTo('/stacks'), answerTo('/stacks')].map(
    (response) => response.headers.get('content-security-policy') ?? '',
  )
  expect(one).toMatch(/script-src 'nonce-[\w+/]{22}==' 'strict-dynamic';/)
  expect(one).not.toBe(other)
  for (const rule of [
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "connect-src 'self'",
  ]) {
    expect(one).toContain(rule)
  }
  expect(one).not.toMatch(/script-src[^;]*(unsafe|\*|https?:)/)
})

test('a page sees its policy and its own path, whatever the browser sent in their place', () => {
  const response = answerTo('/stacks/shop?tab=tasks', { 'x-skep-path': '/evil', 'content-security-policy': 'none' })
  expect(seenByPage(response, 'x-skep-path')).toBe('/stacks/shop?tab=tasks')
  expect(seenByPage(response, 'content-security-policy')).toBe(response.headers.get('content-security-policy'))
})

test.each(['/stacks', '/api/session', '/_next/static/chunk.js', '/nothing-here'])(
  'the headers of %s keep other sites out',
  (path) => {
    expect(Object.fromEntries(answerTo(path).headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    })
  },
)

test.each(['/stacks', '/api/session', '/_next/static/chunk.js'])('another host gets nothing of %s', async (path) => {
  const response = answerTo(path, { host: 'evil.test' })
  expect(response.status).toBe(421)
  expect(await response.json()).toMatchObject({ code: 'unknown_host', params: { host: 'evil.test' } })
})

test('on plain http nobody is told to use https', () => {
  expect(answerTo('/stacks').headers.has('strict-transport-security')).toBe(false)
})
