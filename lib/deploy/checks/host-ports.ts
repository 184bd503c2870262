import type { Service, ServiceSpec } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { isWanted } from '@/lib/swarm/tasks'
import { livePorts, publishedPorts } from './ports'

/** Ids of nodes on which tasks of other services have a port of the host that the spec wants there as well. */
export function nodesWithPortsTaken(snapshot: Snapshot, spec: ServiceSpec, own: Service | null): Set<string> {
  const wanted = new Set(hostPortKeys(publishedPorts(spec.EndpointSpec?.Ports)))
  const taken = new Set<string>()
  if (wanted.size === 0) return taken
  for (const service of snapshot.service.values()) {
    if (service.ID === own?.ID || !hostPortKeys(livePorts(service)).some((key) => wanted.has(key))) continue
    for (const task of snapshot.tasksByService.get(service.ID) ?? [])
      if (task.NodeID && isWanted(task)) taken.add(task.NodeID)
  }
  return taken
}

function hostPortKeys(ports: ReturnType<typeof publishedPorts>): string[] {
  return ports.filter(({ isHost }) => isHost).map(({ key }) => key)
}
