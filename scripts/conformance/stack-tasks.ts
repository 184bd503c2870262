import type { TaskRow } from '@/lib/contract/tasks'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { taskRow } from '@/lib/swarm/tasks'
import type { Outcome } from './outcome'

type Row = Record<string, string>

/**
 * Compares the rows of `docker stack ps` with ours. The CLI names a task by its slot, or by its node where it has none,
 * and cuts errors short.
 */
export function compareTasks(name: string, rows: readonly Row[], snapshot: Snapshot): Outcome {
  const own = [...snapshot.task.values()].map((task) => taskRow(snapshot, task))
  const names = new Map(
    own.flatMap((task) => [task.serviceName, task.serviceId].map((service) => [nameOf(service, task), task])),
  )
  const differences = rows.flatMap((row) => {
    const task = names.get(row.Name ?? '')
    // Of services that are gone, which the engine still lists; a page of the stack has only those that are there.
    if (!task) return isOfKnownService(row, own) ? [`${row.Name}: not among our tasks`] : []
    return [
      ...differing(row, 'Image', task.image),
      // Asked not to, the CLI does not look for names.
      ...differing(row, 'Node', (row.Name?.startsWith(`${task.serviceId}.`) ? task.nodeId : task.nodeName) ?? ''),
      ...differing(row, 'DesiredState', capitalized(task.desiredState)),
      ...errorDiffers(row, task.error ?? ''),
    ].map((line) => `${row.Name} ${line}`)
  })
  return differences.length === 0 ? { name, result: 'same' } : { name, result: 'differs', differences }
}

function nameOf(service: string, { slot, nodeId }: TaskRow): string {
  return `${service}.${slot ?? nodeId}`
}

function isOfKnownService(row: Row, own: readonly TaskRow[]): boolean {
  return own.some(({ serviceName, serviceId }) =>
    [serviceName, serviceId].some((service) => row.Name?.startsWith(`${service}.`)),
  )
}

function differing(row: Row, column: string, own: string): string[] {
  const cli = row[column]
  return cli === undefined || cli === own ? [] : [`${column}: the CLI has ${cli}, we have ${own}`]
}

function errorDiffers(row: Row, own: string): string[] {
  if (row.Error === undefined) return []
  const cli = row.Error.replaceAll(/^"|"$/g, '')
  const isSame = cli.endsWith('…') ? own.startsWith(cli.slice(0, -1)) : own === cli
  return isSame ? [] : [`Error: the CLI has ${cli}, we have ${own}`]
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
