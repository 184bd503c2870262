import 'server-only'
import { randomUUID } from 'node:crypto'
import diagnostics from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv6 } from 'node:net'
import { settings } from '@/lib/settings'

const g = globalThis as typeof globalThis & { skepPeerHeader?: string }

/**
 * Next hands a route neither the socket nor its address, and believes any X-Forwarded-For. So we write the address of the
 * other end into a header of each request before Next sees it. The header's name is made anew in each process, so that
 * nobody outside can send it.
 */
export function watchPeerAddresses(): void {
  if (g.skepPeerHeader) return
  const name = `x-skep-peer-${randomUUID()}`
  g.skepPeerHeader = name
  diagnostics.subscribe('http.server.request.start', (message) => {
    if (!isRequestStart(message)) return
    message.request.headers[name] = message.request.socket.remoteAddress
  })
}

function isRequestStart(message: unknown): message is { request: IncomingMessage } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'request' in message &&
    message.request instanceof IncomingMessage
  )
}

/**
 * Who sent the request: the other end of the connection, or, where that is a proxy that we trust, the nearest address in
 * X-Forwarded-For that is none.
 */
export function clientAddress({ headers }: Pick<Request, 'headers'>): string | null {
  const peer = plain(g.skepPeerHeader ? headers.get(g.skepPeerHeader) : null)
  if (!peer) return null
  const trusted = trustedProxies()
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((address) => plain(address.trim()))
  let client = peer
  for (const address of forwarded.reverse()) {
    if (!address || !isListed(trusted, client)) break
    client = address
  }
  return client
}

/** A socket that listens for both families gives IPv4 addresses as `::ffff:10.0.0.1`. */
function plain(address: string | null): string | null {
  const text = address?.replace(/^::ffff:(?=\d+\.)/i, '') ?? ''
  return isIP(text) ? text : null
}

function trustedProxies(): BlockList {
  const proxies = new BlockList()
  for (const entry of settings().trustedProxies) {
    const [address = '', bits] = entry.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) proxies.addAddress(address, family)
    else proxies.addSubnet(address, Number(bits), family)
  }
  return proxies
}

function isListed(proxies: BlockList, address: string): boolean {
  return proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

/** What a session remembers about where it was started. */
export function callerOf(request: Request): { address: string | null; agent: string | null } {
  return { address: clientAddress(request), agent: request.headers.get('user-agent') }
}
