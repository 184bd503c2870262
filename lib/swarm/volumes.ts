import type { VolumeRow } from '@/lib/contract/networks'
import { addTo } from './add-to'
import type { Mount, Service } from './engine-types'
import { type Snapshot, stackOf } from './snapshot'
import { fitsConstraints } from './spec/constraints'
import { modeOf } from './spec/mode'

type Use = { service: Service; mount: Mount }

const indexes = new WeakMap<Snapshot['service'], Map<string, Use[]>>()

/** Options of the local driver by which all nodes reach the same data. */
const sharedTypes = new Set(['nfs', 'nfs4', 'cifs', 'smb3', 'ceph', 'glusterfs'])

/** By name. A manager knows only what specs name: the volumes of other nodes are not in any list. */
export function volumeRows(snapshot: Snapshot): VolumeRow[] {
  return [...usesByName(snapshot).keys()]
    .sort()
    .map((name) => volumeRow(snapshot, name))
    .filter((row) => row !== null)
}

/** Null when no service's spec names such a volume. */
export function volumeRow(snapshot: Snapshot, name: string): VolumeRow | null {
  const uses = usesByName(snapshot).get(name)
  const first = uses?.[0]
  if (!uses || !first) return null
  return {
    id: name,
    name,
    driver: driverOf(first.mount),
    stack: uses.map(({ mount }) => stackOf(mount.VolumeOptions?.Labels)).find((stack) => stack !== null) ?? null,
    usedBy: [...new Set(uses.map(({ service }) => service.Spec.Name))].sort(),
    nodes: nodesOf(snapshot, uses),
    isPinned: uses.every(({ service }) => isPinned(snapshot, service)),
    mayLoseData: mayLoseData(snapshot, name),
  }
}

/** True when a task that is replaced elsewhere would find an empty volume: the data stays on the node it was written on. */
export function mayLoseData(snapshot: Snapshot, name: string): boolean {
  const uses = usesByName(snapshot).get(name) ?? []
  return uses.some(({ service, mount }) => isLocalVolume(mount) && !isPinned(snapshot, service))
}

/** Anonymous volumes, which have no source, are gone with their task anyway. */
export function namedVolumes(service: Service): Mount[] {
  const mounts = service.Spec.TaskTemplate.ContainerSpec?.Mounts ?? []
  return mounts.filter((mount) => (mount.Type ?? 'volume') === 'volume' && mount.Source)
}

function usesByName(snapshot: Snapshot): Map<string, Use[]> {
  const known = indexes.get(snapshot.service)
  if (known) return known
  const index = new Map<string, Use[]>()
  for (const service of snapshot.service.values()) {
    for (const mount of namedVolumes(service)) {
      addTo(index, mount.Source ?? '', { service, mount })
    }
  }
  indexes.set(snapshot.service, index)
  return index
}

function driverOf(mount: Mount): string {
  return mount.VolumeOptions?.DriverConfig?.Name || 'local'
}

/** Its data is on the node where it was written. */
export function isLocalVolume(mount: Mount): boolean {
  const type = mount.VolumeOptions?.DriverConfig?.Options?.type
  return driverOf(mount) === 'local' && !sharedTypes.has(type ?? '')
}

/** Its tasks can run on one node only, or it is global and each node's task keeps to the node's own data. */
function isPinned(snapshot: Snapshot, service: Service): boolean {
  const mode = modeOf(service.Spec)
  if (mode === 'global' || mode === 'global-job') return true
  const constraints = service.Spec.TaskTemplate.Placement?.Constraints ?? []
  let fitting = 0
  for (const node of snapshot.node.values()) {
    if (fitsConstraints(node, constraints)) fitting += 1
    if (fitting > 1) return false
  }
  return true
}

/** Where tasks that use the volume are or were: the nodes that have some data of it. */
function nodesOf(snapshot: Snapshot, uses: Use[]): VolumeRow['nodes'] {
  const ids = new Set<string>()
  for (const { service } of uses) {
    for (const task of snapshot.tasksByService.get(service.ID) ?? []) if (task.NodeID) ids.add(task.NodeID)
  }
  return [...ids]
    .map((id) => ({ id, hostname: snapshot.node.get(id)?.Description.Hostname ?? id }))
    .sort((a, b) => (a.hostname < b.hostname ? -1 : 1))
}
