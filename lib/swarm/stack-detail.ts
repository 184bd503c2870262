import type { StackDetail } from '@/lib/contract/stacks'
import type { TaskRow } from '@/lib/contract/tasks'
import type { Service, Task } from './engine-types'
import { slotsOf } from './health/slots'
import { nodeColumns } from './nodes'
import { serviceRow } from './services'
import type { Snapshot } from './snapshot'
import { modeOf } from './spec/mode'
import { stackResources } from './stack-resources'
import { rowOf } from './stacks'
import { isWanted, taskRow } from './tasks'

/** The topic `stack:NAME`. Null when no service has the stack's label. */
export function stackDetail(snapshot: Snapshot, name: string, now: number = Date.now()): StackDetail | null {
  const services = (snapshot.servicesByStack.get(name) ?? []).toSorted((a, b) => (a.Spec.Name < b.Spec.Name ? -1 : 1))
  // The empty name stands for "no stack", which has a row but no page.
  if (services.length === 0 || name === '') return null
  const rows = services.map((service) => serviceRow(snapshot, service, now))
  return {
    row: rowOf(name, rows),
    services: rows,
    tasks: services.flatMap((service) => tasksToShow(snapshot, service)),
    resources: stackResources(snapshot, name),
    ports: rows.flatMap((row) => row.ports.map((port) => ({ ...port, serviceName: row.name }))),
    nodes: nodeColumns(snapshot),
  }
}

/** Tasks that are meant to run, and the last failed one of each slot that has none running. */
function tasksToShow(snapshot: Snapshot, service: Service): TaskRow[] {
  const tasks = snapshot.tasksByService.get(service.ID) ?? []
  return slotsOf(snapshot, tasks, modeOf(service.Spec)).flatMap((slot) => {
    const lastFailed = slot.isRunning ? undefined : slot.tasks.find(hasFailed)
    return slot.tasks.filter((task) => isWanted(task) || task === lastFailed).map((task) => taskRow(snapshot, task))
  })
}

function hasFailed(task: Task): boolean {
  return task.Status.State === 'failed' || task.Status.State === 'rejected'
}
