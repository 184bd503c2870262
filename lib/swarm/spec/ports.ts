import type { PortView } from '@/lib/contract/services'
import type { PortConfig, Service } from '@/lib/swarm/engine-types'

/**
 * The ports of a service, sorted. The endpoint is preferred to the spec, since only it has the numbers that the engine
 * chose; it is empty until the service is allocated.
 */
export function portsOf(service: Service): PortView[] {
  const allocated = service.Endpoint?.Ports
  const ports = allocated?.length ? allocated : (service.Spec.EndpointSpec?.Ports ?? [])
  return ports.map(portView).sort((a, b) => (a.published ?? 0) - (b.published ?? 0) || a.target - b.target)
}

function portView(port: PortConfig): PortView {
  return {
    published: port.PublishedPort || null,
    target: port.TargetPort ?? 0,
    protocol: protocolOf(port.Protocol),
    // Whatever is not `host` becomes ingress in the engine.
    mode: port.PublishMode?.toLowerCase() === 'host' ? 'host' : 'ingress',
  }
}

function protocolOf(protocol: string | undefined): PortView['protocol'] {
  const word = protocol?.toLowerCase()
  return word === 'udp' || word === 'sctp' ? word : 'tcp'
}
