import type { Reason } from '@/lib/contract/reason'
import type { ServiceNoteCode } from '@/lib/deploy/codes'
import type { PortConfig, ServiceSpec } from '@/lib/swarm/engine-types'
import { modeOf, replicasOf } from '@/lib/swarm/spec/mode'
import type { FittingNodes } from './fitting-nodes'

type Note = Reason & { code: ServiceNoteCode }

/** Why tasks of a service would stay pending, by what the swarm is like now. */
export function placementNotes(spec: ServiceSpec, nodes: FittingNodes): Note[] {
  const tasks = tasksOf(spec)
  if (tasks === 0) return []
  if (nodes.fitting.length === 0) {
    const { fitting: _none, total, ...ruledOut } = nodes
    return [{ code: 'no_node_fits', params: { nodes: total, ...ruledOut } }]
  }
  // A global service has a task wherever there is a place for one.
  if (tasks === null) return []
  return [...roomNotes(spec, nodes, tasks), ...hostPortNotes(spec, nodes, tasks)]
}

function roomNotes(spec: ServiceSpec, { fitting }: FittingNodes, tasks: number): Note[] {
  const most = spec.TaskTemplate.Placement?.MaxReplicas ?? 0
  if (most > 0 && most * fitting.length < tasks)
    return [{ code: 'max_replicas_per_node', params: { most, nodes: fitting.length, tasks } }]
  const room = fitting.reduce((sum, node) => sum + node.room, 0)
  return room < tasks ? [{ code: 'not_enough_room', params: { tasks, room } }] : []
}

/** Two tasks of one node cannot both have a port of it: neither two replicas, nor the old and the new one. */
function hostPortNotes(spec: ServiceSpec, { fitting }: FittingNodes, tasks: number): Note[] {
  const ports = hostPorts(spec).map((port) => `${port.PublishedPort}`)
  if (ports.length === 0) return []
  const nodes = fitting.length
  if (tasks > nodes) return [{ code: 'host_port_exceeds_nodes', params: { ports, nodes, tasks } }]
  const isStartFirst = spec.UpdateConfig?.Order === 'start-first'
  return isStartFirst && tasks === nodes ? [{ code: 'host_port_start_first', params: { ports, nodes } }] : []
}

function hostPorts({ EndpointSpec }: ServiceSpec): PortConfig[] {
  return (EndpointSpec?.Ports ?? []).filter((port) => port.PublishMode === 'host' && port.PublishedPort)
}

/** Null where each node that fits gets one. */
function tasksOf(spec: ServiceSpec): number | null {
  const mode = modeOf(spec)
  return mode === 'replicated-job' ? (spec.Mode?.ReplicatedJob?.MaxConcurrent ?? 1) : replicasOf(spec)
}
