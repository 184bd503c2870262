import type { PortConfig, Service } from '@/lib/swarm/engine-types'

/** A published port. `key` is what two services cannot both have. */
export type PublishedPort = { key: string; port: number; isHost: boolean }

/** Ports that a person would not want a service to take from all nodes: SSH, and those of the swarm itself. */
const dangerous = new Set(['22/tcp', '2377/tcp', '7946/tcp', '7946/udp', '4789/udp'])

export function publishedPorts(ports: readonly PortConfig[] | undefined): PublishedPort[] {
  return (ports ?? [])
    .filter((port) => port.PublishedPort)
    .map(({ PublishedPort = 0, Protocol, PublishMode }) => ({
      key: `${PublishedPort}/${Protocol?.toLowerCase() || 'tcp'}`,
      port: PublishedPort,
      isHost: PublishMode?.toLowerCase() === 'host',
    }))
}

/** Those of its spec, and those that the engine has chosen for it. */
export function livePorts({ Spec, Endpoint }: Service): PublishedPort[] {
  return publishedPorts([...(Spec.EndpointSpec?.Ports ?? []), ...(Endpoint?.Ports ?? [])])
}

/** Two ports of nodes can be the same: the scheduler keeps them apart. Source: swarmkit, manager/controlapi/service.go. */
export function collide(a: PublishedPort, b: PublishedPort): boolean {
  return a.key === b.key && !(a.isHost && b.isHost)
}

export function dangerousPorts(ports: readonly PublishedPort[]): string[] {
  return ports.filter(({ key }) => dangerous.has(key)).map(({ key }) => key)
}
