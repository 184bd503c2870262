import { createServer, type IncomingHttpHeaders } from 'node:http'
import { afterEach, expect, test, vi } from 'vitest'
import { clientAddress, watchPeerAddresses } from './client-address'

const trusted = vi.hoisted(() => ({ proxies: ['127.0.0.1', '10.0.0.0/8', '2001:db8::/32'] }))
vi.mock('@/lib/settings', () => ({ settings: () => ({ trustedProxies: trusted.proxies }) }))

afterEach(() => {
  trusted.proxies = ['127.0.0.1', '10.0.0.0/8', '2001:db8::/32']
})

watchPeerAddresses()

/** Sends a request over a real connection, and asks what a route would be told. */
async function addressOf(headers: Record<string, string>): Promise<string | null> {
  const server = createServer((request, response) => response.end(JSON.stringify(request.headers)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const listening = server.address()
  if (typeof listening !== 'object' || !listening) throw new Error('the server does not listen')
  const received: IncomingHttpHeaders = await (await fetch(`http://127.0.0.1:${listening.port}`, { headers })).json()
  server.close()
  return clientAddress({ headers: new Headers(Object.entries(received).map(([name, value]) => [name, String(value)])) })
}

test('without a trusted proxy X-Forwarded-For is not looked at', async () => {
  trusted.proxies = []
  expect(await addressOf({ 'x-forwarded-for': '198.51.100.7' })).toBe('127.0.0.1')
})

test('a trusted proxy tells who it forwards for', async () => {
  expect(await addressOf({ 'x-forwarded-for': '198.51.100.7' })).toBe('198.51.100.7')
  expect(await addressOf({ 'x-forwarded-for': '2001:db9::7' })).toBe('2001:db9::7')
})

test('what the client wrote there before the proxy does not count', async () => {
  expect(await addressOf({ 'x-forwarded-for': '192.0.2.66, 198.51.100.7' })).toBe('198.51.100.7')
  expect(await addressOf({ 'x-forwarded-for': '192.0.2.66, 198.51.100.7, 10.0.0.9' })).toBe('198.51.100.7')
})

test('what is no address ends the search', async () => {
  expect(await addressOf({ 'x-forwarded-for': '198.51.100.7, unknown' })).toBe('127.0.0.1')
})

test('a client cannot name itself by the header that we add', async () => {
  const name = (globalThis as typeof globalThis & { skepPeerHeader?: string }).skepPeerHeader ?? ''
  expect(name).toMatch(/^x-skep-peer-/)
  trusted.proxies = []
  expect(await addressOf({ [name]: '198.51.100.7' })).toBe('127.0.0.1')
})
