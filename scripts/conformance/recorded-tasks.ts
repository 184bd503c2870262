import type { Node, Service, Task } from '@/lib/swarm/engine-types'
import { node } from '@/lib/swarm/testing/node'
import { task } from '@/lib/swarm/testing/task'

/** By the names of its columns. */
export function rowsOf(stdout: string, format: string): Record<string, string>[] {
  const columns = [...format.matchAll(/\{\{\.(\w+)\}\}/g)].map(([, column = '']) => column)
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const values = line.split('|')
      return Object.fromEntries(columns.map((column, index) => [column, values[index] ?? '']))
    })
}

/** The tasks that rows tell of, and the nodes that they are on. The recordings have no other list of either. */
export function tasksOf(rows: readonly Row[], services: readonly Service[]): { tasks: Task[]; nodes: Node[] } {
  const idByName = new Map(rows.map((row): [string, string] => [row.Node ?? '', row.Node ?? '']))
  // A task without a slot is named by the ID of its node.
  for (const { Name = '', Node: name = '' } of rows) {
    const { place, isSlot } = placeOf(Name)
    if (!isSlot && name !== '') idByName.set(name, place)
  }
  idByName.delete('')
  return {
    tasks: rows.flatMap((row) => taskOf(row, services, idByName) ?? []),
    nodes: [...idByName].map(([name, id]) => ({ ...node({ Hostname: name }), ID: id })),
  }
}

type Row = Record<string, string>

/** What is to run and has neither an error nor a missing node runs. */
function taskOf(row: Row, services: readonly Service[], idByName: ReadonlyMap<string, string>): Task | null {
  const { Name = '', Node: nodeName = '', DesiredState = '', Error: error = '' } = row
  const { serviceName, place, isSlot } = placeOf(Name)
  const service = services.find(({ Spec }) => Spec.Name === serviceName)
  if (!service) return null
  const desired = DesiredState.toLowerCase()
  const nodeId = idByName.get(nodeName)
  const made = task(service, {
    ID: `task-${Name}`,
    state: stateOf(desired, error, nodeName),
    desired,
    ...(error !== '' && { error: error.replaceAll(/^"|"$/g, '') }),
    ...(nodeId !== undefined && { nodeId }),
  })
  return { ...made, Slot: isSlot ? Number(place) : 0 }
}

function placeOf(name: string): { serviceName: string; place: string; isSlot: boolean } {
  const dot = name.lastIndexOf('.')
  const place = name.slice(dot + 1)
  return { serviceName: name.slice(0, dot), place, isSlot: /^\d{1,9}$/.test(place) }
}

function stateOf(desired: string, error: string, nodeName: string): string {
  if (desired === 'complete') return 'complete'
  if (desired === 'shutdown') return error === '' ? 'shutdown' : 'failed'
  return nodeName === '' || error !== '' ? 'pending' : 'running'
}
