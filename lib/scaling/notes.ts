import type { PlanNote } from '@/lib/plan/plan'
import type { Node, Service } from '@/lib/swarm/engine-types'
import { type Snapshot, stackOf } from '@/lib/swarm/snapshot'
import { fitsConstraints } from '@/lib/swarm/spec/constraints'
import { replicasOf } from '@/lib/swarm/spec/mode'
import { portsOf } from '@/lib/swarm/spec/ports'

/** What a person may not expect of the new number. */
export function scalingNotes(snapshot: Snapshot, service: Service, to: number): PlanNote[] {
  const isGrowing = to > (replicasOf(service.Spec) ?? 0)
  const stack = stackOf(service.Spec.Labels)
  return [
    ...(to === 0 ? [{ code: 'stops_all_tasks', params: {} } as const] : []),
    ...(isGrowing ? limitsOfGrowth(snapshot, service, to) : []),
    ...(to > 1 ? localVolumes(service) : []),
    ...(stack ? [{ code: 'file_has_replicas', params: { stack } } as const] : []),
  ]
}

function limitsOfGrowth(snapshot: Snapshot, service: Service, to: number): PlanNote[] {
  const nodes = usableNodes(snapshot, service)
  const most = service.Spec.TaskTemplate.Placement?.MaxReplicas ?? 0
  const hostPorts = portsOf(service).filter((port) => port.mode === 'host' && port.published !== null)
  return [
    // Two tasks of one node cannot both have the port: what is over the number of nodes stays pending.
    ...(hostPorts.length > 0 && to > nodes
      ? [
          {
            code: 'published_host_port',
            params: { ports: hostPorts.map((port) => `${port.published}`), nodes },
          } as const,
        ]
      : []),
    ...(most > 0 && to > most * nodes ? [{ code: 'max_replicas_per_node', params: { most, nodes } } as const] : []),
  ]
}

/** A volume of the local driver is a directory of its node: replicas elsewhere start with an empty one. */
function localVolumes(service: Service): PlanNote[] {
  const volumes = (service.Spec.TaskTemplate.ContainerSpec?.Mounts ?? [])
    .filter(({ Type, Source, VolumeOptions }) => {
      return Type === 'volume' && Source && (VolumeOptions?.DriverConfig?.Name || 'local') === 'local'
    })
    .map((mount) => mount.Source ?? '')
  return volumes.length > 0 ? [{ code: 'local_volume', params: { volumes } }] : []
}

function usableNodes(snapshot: Snapshot, service: Service): number {
  const constraints = service.Spec.TaskTemplate.Placement?.Constraints ?? []
  return [...snapshot.node.values()].filter((node) => isUsable(node) && fitsConstraints(node, constraints)).length
}

function isUsable(node: Node): boolean {
  return node.Status.State === 'ready' && node.Spec.Availability === 'active'
}
