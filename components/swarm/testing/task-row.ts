import type { TaskRow } from '@/lib/contract/tasks'

/** A running task of the service `web` in slot 1 on node1, unless asked otherwise. */
export function aTask(wish: Partial<TaskRow> = {}): TaskRow {
  return {
    id: `task-${wish.slot ?? 1}`,
    serviceId: 'service-web',
    serviceName: 'web',
    stack: null,
    slot: 1,
    nodeId: 'node-1',
    nodeName: 'node1',
    state: 'running',
    desiredState: 'running',
    stateSince: 1_000,
    createdAt: 1_000,
    error: null,
    message: null,
    exitCode: null,
    containerId: null,
    image: 'shop/web:1',
    isRunning: (wish.state ?? 'running') === 'running',
    isCurrent: true,
    configNames: [],
    secretNames: [],
    ...wish,
  }
}
