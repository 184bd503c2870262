import { expect, test, vi } from 'vitest'
import { endedSessionCookie, sessionTokenOf, startedSessionCookie } from './session-cookie'

const ours = vi.hoisted(() => ['http://localhost:3000', 'http://127.0.0.1:3000', 'https://skep.example.com'])
vi.mock('@/lib/settings', () => ({ settings: () => ({ origins: ours }) }))

const requestFrom = (headers: Record<string, string>) => new Request('http://0.0.0.0:3000/', { headers })
const https = { host: 'skep.example.com', origin: 'https://skep.example.com' }
const localhost = { host: 'localhost:3000', origin: 'http://localhost:3000' }

test('over https the cookie is bound to this host and to https', () => {
  expect(startedSessionCookie(requestFrom(https), 'token')).toBe(
    '__Host-skep-session=token; Secure; Path=/; HttpOnly; SameSite=Lax; Max-Age=43200',
  )
})

test('on localhost, where a browser would refuse that, it is a plain one', () => {
  expect(startedSessionCookie(requestFrom(localhost), 'token')).toBe(
    'skep-session=token; Path=/; HttpOnly; SameSite=Lax; Max-Age=43200',
  )
})

test('behind a proxy that rewrites Host, the Origin of the write tells', () => {
  const headers = { host: '127.0.0.1:3000', origin: 'https://skep.example.com' }
  expect(startedSessionCookie(requestFrom(headers), 'token')).toContain('; Secure;')
})

test('signing out takes the same cookie back', () => {
  expect(endedSessionCookie(requestFrom(https))).toBe(
    '__Host-skep-session=; Secure; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
  )
})

test('the plain cookie, which another site of the domain could set, opens nothing over https', () => {
  expect(sessionTokenOf(requestFrom({ host: https.host, cookie: 'skep-session=planted' }))).toBeNull()
  expect(
    sessionTokenOf(requestFrom({ host: https.host, cookie: 'skep-session=planted; __Host-skep-session=mine' })),
  ).toBe('mine')
})

test('the token is found among other cookies, and nowhere else', () => {
  const cookie = 'theme=dark; skep-session=abc=; other'
  expect(sessionTokenOf(requestFrom({ host: 'localhost:3000', cookie }))).toBe('abc=')
  expect(sessionTokenOf(requestFrom({ host: 'localhost:3000', authorization: 'Bearer abc' }))).toBeNull()
  expect(sessionTokenOf(requestFrom({ host: 'localhost:3000' }))).toBeNull()
})
