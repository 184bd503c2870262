import { isIpAddress } from './ip-address'

/** One container port of a short port text. `hostStart` is 0 if the engine is to choose. */
export type PortMapping = { ip: string; hostStart: number; hostEnd: number; target: number; protocol: string }

export type PortSpec = { ports: PortMapping[] } | { problem: PortProblem }

export type PortProblem = 'ip' | 'no_container_port' | 'container_port' | 'host_port' | 'range_lengths' | 'protocol'

/** `[ip:][host:]container[/protocol]`, with ranges. Source: docker/go-connections, nat/nat.go. */
export function parsePortSpec(text: string): PortSpec {
  const parts = text.split(':')
  const containerText = parts.pop() ?? ''
  const hostText = parts.pop() ?? ''
  const { port, protocol } = splitProtocol(containerText)
  const ip = ipOf(parts.join(':'))
  if (ip === null) return { problem: 'ip' }
  if (port === '') return { problem: 'no_container_port' }
  const container = parseRange(port)
  if (!container) return { problem: 'container_port' }
  const host = hostText === '' ? { start: 0, end: 0 } : parseRange(hostText)
  if (!host) return { problem: 'host_port' }
  const isSinglePort = container.start === container.end
  if (hostText !== '' && !isSinglePort && container.end - container.start !== host.end - host.start)
    return { problem: 'range_lengths' }
  if (!['tcp', 'udp', 'sctp'].includes(protocol.toLowerCase())) return { problem: 'protocol' }

  const ports: PortMapping[] = []
  for (let step = 0; step <= container.end - container.start; step += 1) {
    const hostStart = hostText === '' ? 0 : host.start + step
    const hostEnd = isSinglePort ? host.end : hostStart
    ports.push({ ip, hostStart, hostEnd, target: container.start + step, protocol: protocol.toLowerCase() })
  }
  return { ports }
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

function parseRange(text: string): { start: number; end: number } | null {
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
