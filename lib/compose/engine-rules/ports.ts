import { type Finding, finding } from '@/lib/compose/finding'
import type { PortModel } from '@/lib/compose/load/model'
import type { ServiceRuleContext } from './rule-context'

/** Source: moby/swarmkit, manager/controlapi/service.go, validateEndpointSpec. */
export function portFindings({ service, say }: ServiceRuleContext): Finding[] {
  const ports = service.ports ?? []
  const mode = service.deploy.endpointMode.toLowerCase()
  const modeFindings =
    mode === '' || mode === 'vip' || mode === 'dnsrr'
      ? []
      : [say('endpoint_mode_unknown', ['deploy', 'endpoint_mode'], { mode, known: ['vip', 'dnsrr'] })]
  const ingress = mode === 'dnsrr' ? ports.find((port) => publishMode(port) === 'ingress') : undefined
  const ingressFindings = ingress
    ? [finding('ingress_port_with_dnsrr', ingress.place, { service: service.name, target: ingress.target })]
    : []
  return [...modeFindings, ...ingressFindings, ...duplicates(ports, service.name)]
}

/** The mode does not count: a number may be published once per protocol. */
function duplicates(ports: readonly PortModel[], service: string): Finding[] {
  const seen = new Set<string>()
  return ports.flatMap((port) => {
    const { published, place } = port
    const key = `${published}/${protocolOf(port)}`
    const isKnown = published !== 0 && seen.has(key)
    seen.add(key)
    return isKnown
      ? [finding('duplicate_published_port', place, { service, published, protocol: protocolOf(port) })]
      : []
  })
}

/** What the engine does not know it takes for the default. */
function publishMode({ mode }: PortModel): 'ingress' | 'host' {
  return mode.toLowerCase() === 'host' ? 'host' : 'ingress'
}

function protocolOf({ protocol }: PortModel): string {
  const known = protocol.toLowerCase()
  return known === 'udp' || known === 'sctp' ? known : 'tcp'
}
