import type { Health } from '@/lib/contract/health'
import type { NodeDetail, NodeRow } from '@/lib/contract/nodes'
import { engineTime } from './engine-time'
import type { Node, Task } from './engine-types'
import type { Snapshot } from './snapshot'
import { isRunning, isWanted, newestFirst, taskRow } from './tasks'

/** By hostname; managers and workers mixed, since a person looks for a machine. */
export function nodeRows(snapshot: Snapshot): NodeRow[] {
  return sortedNodes(snapshot).map((node) => nodeRow(snapshot, node))
}

/** Costs O(the node's tasks). */
export function nodeRow(snapshot: Snapshot, node: Node): NodeRow {
  const tasks = snapshot.tasksByNode.get(node.ID) ?? []
  const { Description, ManagerStatus } = node
  return {
    id: node.ID,
    hostname: Description.Hostname,
    role: node.Spec.Role === 'manager' ? 'manager' : 'worker',
    isLeader: ManagerStatus?.Leader ?? false,
    reachability: ManagerStatus?.Reachability ?? null,
    availability: availabilityOf(node),
    state: node.Status.State,
    message: node.Status.Message || null,
    health: healthOf(node),
    address: node.Status.Addr || null,
    engineVersion: Description.Engine?.EngineVersion ?? '',
    os: Description.Platform?.OS ?? '',
    architecture: Description.Platform?.Architecture ?? '',
    nanoCpus: Description.Resources?.NanoCPUs ?? 0,
    memoryBytes: Description.Resources?.MemoryBytes ?? 0,
    ...reservationsOf(tasks),
    runningTasks: tasks.filter((task) => isRunning(snapshot, task)).length,
    labels: node.Spec.Labels ?? {},
  }
}

/** The topic `node:ID`. Null when there is no such node. */
export function nodeDetail(snapshot: Snapshot, nodeId: string): NodeDetail | null {
  const node = snapshot.node.get(nodeId)
  if (!node) return null
  const tasks = [...(snapshot.tasksByNode.get(nodeId) ?? [])]
  const engine = node.Description.Engine
  return {
    row: nodeRow(snapshot, node),
    createdAt: engineTime(node.CreatedAt) ?? 0,
    engineLabels: engine?.Labels ?? {},
    plugins: (engine?.Plugins ?? []).map((plugin) => `${plugin.Type}/${plugin.Name}`).sort(),
    tasks: tasks.sort(newestFirst).map((task) => taskRow(snapshot, task)),
  }
}

/** Every node, so that an empty one is seen too. */
export function nodeColumns(snapshot: Snapshot): { id: string; hostname: string; isAvailable: boolean }[] {
  return sortedNodes(snapshot).map((node) => ({
    id: node.ID,
    hostname: node.Description.Hostname,
    isAvailable: node.Status.State === 'ready' && availabilityOf(node) === 'active',
  }))
}

/** Hostnames repeat, so the id decides where they do. */
function sortedNodes(snapshot: Snapshot): Node[] {
  const key = (node: Node) => `${node.Description.Hostname} ${node.ID}`
  return [...snapshot.node.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function availabilityOf({ Spec }: Node): NodeRow['availability'] {
  return Spec.Availability === 'pause' || Spec.Availability === 'drain' ? Spec.Availability : 'active'
}

function healthOf(node: Node): Health {
  if (node.Status.State === 'down' || node.ManagerStatus?.Reachability === 'unreachable') return 'failing'
  return node.Status.State === 'ready' && availabilityOf(node) === 'active' ? 'running' : 'attention'
}

/** What the scheduler has given away: reservations of tasks that are there or on their way, not what they really use. */
function reservationsOf(tasks: readonly Task[]) {
  const reserved = { NanoCPUs: 0, MemoryBytes: 0 }
  for (const task of tasks.filter(isWanted)) {
    reserved.NanoCPUs += task.Spec.Resources?.Reservations?.NanoCPUs ?? 0
    reserved.MemoryBytes += task.Spec.Resources?.Reservations?.MemoryBytes ?? 0
  }
  return { reservedNanoCpus: reserved.NanoCPUs, reservedMemoryBytes: reserved.MemoryBytes }
}
