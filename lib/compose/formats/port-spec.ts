import { isIpAddress } from './ip-address'

type Range = { start: number; end: number }

/** A short port text. `host` is null if the engine is to choose. */
export type PortSpec = { ip: string; host: Range | null; container: Range; protocol: string }

export type PortProblem = 'ip' | 'no_container_port' | 'container_port' | 'host_port' | 'range_lengths' | 'protocol'

/** `[ip:][host:]container[/protocol]`, with ranges. Source: docker/go-connections, nat/nat.go. */
export function parsePortSpec(text: string): PortSpec | { problem: PortProblem } {
  const parts = text.split(':')
  const containerText = parts.pop() ?? ''
  const hostText = parts.pop() ?? ''
  const { port, protocol } = splitProtocol(containerText)
  const ip = ipOf(parts.join(':'))
  if (ip === null) return { problem: 'ip' }
  if (port === '') return { problem: 'no_container_port' }
  const container = parseRange(port)
  if (!container) return { problem: 'container_port' }
  const host = hostText === '' ? null : parseRange(hostText)
  if (hostText !== '' && !host) return { problem: 'host_port' }
  const isSinglePort = container.start === container.end
  if (host && !isSinglePort && container.end - container.start !== host.end - host.start)
    return { problem: 'range_lengths' }
  if (!['tcp', 'udp', 'sctp'].includes(protocol.toLowerCase())) return { problem: 'protocol' }
  return { ip, host, container, protocol: protocol.toLowerCase() }
}

/** How many ports it publishes. */
export function countPorts({ host, container }: PortSpec): number {
  const { start, end } = host ?? container
  return end - start + 1
}

/**
 * Each published port with its target; 0 if the engine is to choose. A range of host ports for one container port gives
 * one for each. Sorted by the text of the target, so that of 9 and 10 the latter comes first.
 */
export function publishedPorts({ host, container }: PortSpec): { published: number; target: number }[] {
  const targets = numbersOf(container).toSorted((a, b) => (`${a}/` < `${b}/` ? -1 : 1))
  if (!host) return targets.map((target) => ({ published: 0, target }))
  if (container.start === container.end)
    return numbersOf(host).map((published) => ({ published, target: container.start }))
  return targets.map((target) => ({ published: host.start + target - container.start, target }))
}

function numbersOf({ start, end }: Range): number[] {
  return Array.from({ length: end - start + 1 }, (_, step) => start + step)
}

function splitProtocol(text: string): { port: string; protocol: string } {
  const [port = '', protocol = ''] = text.split('/')
  return { port, protocol: protocol === '' ? 'tcp' : protocol }
}

/** The address without brackets, '' if there is none, null if it is not valid. */
function ipOf(text: string): string | null {
  const bracketed = /^\[([^[\]]*)\]$/.exec(text)
  const ip = bracketed ? (bracketed[1] ?? '') : text
  return ip === '' || isIpAddress(ip) ? ip : null
}

function parseRange(text: string): Range | null {
  const [first = '', second = first] = text.split('-')
  const start = parsePort(first)
  const end = parsePort(second)
  return start === null || end === null || end < start ? null : { start, end }
}

function parsePort(text: string): number | null {
  if (!/^\d+$/.test(text)) return null
  const port = Number(text)
  return port <= 65535 ? port : null
}
