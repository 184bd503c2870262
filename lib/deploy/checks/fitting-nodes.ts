import type { Node, Resources, Service, ServiceSpec, Task } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { fitsConstraints } from '@/lib/swarm/spec/constraints'
import { isWanted } from '@/lib/swarm/tasks'
import { fitsPlatforms } from './platforms'

/** How many nodes each filter rules out, in the scheduler's order; a node is counted where it fails first. */
export type FittingNodes = {
  total: number
  unavailable: number
  constraints: number
  platform: number
  resources: number
  /** Nodes that take a task, and how many of them each has room for; Infinity where nothing is reserved. */
  fitting: { node: Node; room: number }[]
}

/** Where tasks of a spec can run. What the service's own tasks hold now counts as free: an update gives it back. */
export function fittingNodes(snapshot: Snapshot, spec: ServiceSpec, service: Service | null): FittingNodes {
  const { Placement, Resources } = spec.TaskTemplate
  const found: FittingNodes = {
    total: snapshot.node.size,
    unavailable: 0,
    constraints: 0,
    platform: 0,
    resources: 0,
    fitting: [],
  }
  for (const node of snapshot.node.values()) {
    if (node.Status.State !== 'ready' || node.Spec.Availability !== 'active') found.unavailable += 1
    else if (!fitsConstraints(node, Placement?.Constraints ?? [])) found.constraints += 1
    else if (!fitsPlatforms(node, Placement?.Platforms ?? [])) found.platform += 1
    else {
      const room = roomOf(snapshot, node, Resources?.Reservations, service)
      if (room < 1) found.resources += 1
      else found.fitting.push({ node, room })
    }
  }
  return found
}

function roomOf(snapshot: Snapshot, node: Node, needed: Resources | undefined, service: Service | null): number {
  const { NanoCPUs = 0, MemoryBytes = 0 } = needed ?? {}
  if (NanoCPUs === 0 && MemoryBytes === 0) return Number.POSITIVE_INFINITY
  const has = node.Description.Resources ?? {}
  const given = reservedOn(snapshot.tasksByNode.get(node.ID) ?? [])
  const own = reserved(
    (snapshot.tasksByService.get(service?.ID ?? '') ?? []).filter(({ NodeID }) => NodeID === node.ID),
  )
  const room = (total: number | undefined, held: number, each: number) =>
    each > 0 ? ((total ?? 0) - held) / each : Number.POSITIVE_INFINITY
  const cpus = room(has.NanoCPUs, given.NanoCPUs - own.NanoCPUs, NanoCPUs)
  const memory = room(has.MemoryBytes, given.MemoryBytes - own.MemoryBytes, MemoryBytes)
  return Math.max(0, Math.floor(Math.min(cpus, memory)))
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
