import type { ServiceRow } from '@/lib/contract/services'
import type { TaskRow } from '@/lib/contract/tasks'

export type FailurePoint =
  | { kind: 'one_task'; serviceName: string }
  | { kind: 'one_node'; serviceName: string; nodeName: string; tasks: number }

/**
 * Services that the loss of one task or one node would take down. Global services follow the nodes and jobs come to an
 * end, so neither counts; nor does what is already down.
 */
export function failurePointsOf(services: readonly ServiceRow[], tasks: readonly TaskRow[]): FailurePoint[] {
  const running = tasks.filter((task) => task.isRunning)
  return services
    .filter((service) => service.mode === 'replicated' && service.runningTasks > 0)
    .map((service) => pointOf(service, running))
    .filter((point) => point !== null)
}

function pointOf(service: ServiceRow, running: readonly TaskRow[]): FailurePoint | null {
  const serviceName = service.name
  if (service.desiredTasks === 1) return { kind: 'one_task', serviceName }
  const own = running.filter((task) => task.serviceId === service.serviceId)
  const nodes = new Set(own.map((task) => task.nodeId))
  const nodeName = own[0]?.nodeName
  return own.length > 1 && nodes.size === 1 && nodeName
    ? { kind: 'one_node', serviceName, nodeName, tasks: own.length }
    : null
}
