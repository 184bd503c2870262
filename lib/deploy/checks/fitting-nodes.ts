import type { Node, Resources, Service, ServiceSpec, Task } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { fitsConstraints } from '@/lib/swarm/spec/constraints'
import { isWanted } from '@/lib/swarm/tasks'
import { genericRoom } from './generic-resources'
import { nodesWithPortsTaken } from './host-ports'
import { fitsPlatforms } from './platforms'
import { hasPlugins, neededPlugins } from './plugins'

/** How many nodes are ruled out by what, each counted where it fails first. */
export type FittingNodes = {
  total: number
  unavailable: number
  constraints: number
  platform: number
  plugins: number
  ports: number
  resources: number
  /** Nodes that take a task, and how many of them each has room for; Infinity where nothing is reserved. */
  fitting: { node: Node; room: number }[]
}

/**
 * Where tasks of a spec can run. What the service's own tasks hold now counts as free: an update gives it back. Source:
 * moby/swarmkit, manager/scheduler/filter.go.
 */
export function fittingNodes(snapshot: Snapshot, spec: ServiceSpec, service: Service | null): FittingNodes {
  const { Placement, Resources } = spec.TaskTemplate
  const plugins = neededPlugins(spec)
  const taken = nodesWithPortsTaken(snapshot, spec, service)
  const found: FittingNodes = { ...noneRuledOut, total: snapshot.node.size, fitting: [] }
  for (const node of snapshot.node.values()) {
    if (node.Status.State !== 'ready' || node.Spec.Availability !== 'active') found.unavailable += 1
    else if (!fitsConstraints(node, Placement?.Constraints ?? [])) found.constraints += 1
    else if (!fitsPlatforms(node, Placement?.Platforms ?? [])) found.platform += 1
    else if (!hasPlugins(node, plugins)) found.plugins += 1
    else if (taken.has(node.ID)) found.ports += 1
    else {
      const room = roomOf(snapshot, node, Resources?.Reservations, service)
      if (room < 1) found.resources += 1
      else found.fitting.push({ node, room })
    }
  }
  return found
}

const noneRuledOut = { unavailable: 0, constraints: 0, platform: 0, plugins: 0, ports: 0, resources: 0 }

function roomOf(snapshot: Snapshot, node: Node, needed: Resources | undefined, service: Service | null): number {
  if (!needed) return Number.POSITIVE_INFINITY
  const { NanoCPUs = 0, MemoryBytes = 0 } = needed
  const has = node.Description.Resources ?? {}
  const tasks = snapshot.tasksByNode.get(node.ID) ?? []
  const given = reservedOn(tasks)
  const own = reserved(
    (snapshot.tasksByService.get(service?.ID ?? '') ?? []).filter(({ NodeID }) => NodeID === node.ID),
  )
  const room = (total: number | undefined, held: number, each: number) =>
    each > 0 ? ((total ?? 0) - held) / each : Number.POSITIVE_INFINITY
  const cpus = room(has.NanoCPUs, given.NanoCPUs - own.NanoCPUs, NanoCPUs)
  const memory = room(has.MemoryBytes, given.MemoryBytes - own.MemoryBytes, MemoryBytes)
  const generic = needed.GenericResources
    ? genericRoom(
        node,
        needed,
        tasks.filter(({ ServiceID }) => ServiceID !== service?.ID),
      )
    : Number.POSITIVE_INFINITY
  return Math.max(0, Math.floor(Math.min(cpus, memory, generic)))
}

type Reserved = { NanoCPUs: number; MemoryBytes: number }

/** By the node's tasks, whose list is another one as soon as any of them changes. */
const sums = new WeakMap<readonly Task[], Reserved>()

function reservedOn(tasks: readonly Task[]): Reserved {
  const known = sums.get(tasks)
  if (known) return known
  const sum = reserved(tasks)
  sums.set(tasks, sum)
  return sum
}

function reserved(tasks: readonly Task[]): Reserved {
  const sum = { NanoCPUs: 0, MemoryBytes: 0 }
  for (const task of tasks) {
    const held = task.Spec.Resources?.Reservations
    if (!held || !isWanted(task)) continue
    sum.NanoCPUs += held.NanoCPUs ?? 0
    sum.MemoryBytes += held.MemoryBytes ?? 0
  }
  return sum
}
