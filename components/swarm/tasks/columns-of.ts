import type { TaskRow } from '@/lib/contract/tasks'

export type NodeColumn = { id: string; hostname: string; isAvailable: boolean }

type Columns = {
  /** Tasks that no node has taken. */
  homeless: TaskRow[]
  columns: { node: NodeColumn; tasks: TaskRow[] }[]
  /** Nodes without a task that are not drawn, because there are too many of them. */
  empty: number
}

/** Up to here every node is drawn: an empty one says that there is room. */
const fewNodes = 12

/**
 * Puts tasks on their nodes; `isSparse` leaves out those without one. A task whose node was removed keeps a column, so
 * that it is not lost from sight.
 */
export function columnsOf(nodes: readonly NodeColumn[], tasks: readonly TaskRow[], isSparse = false): Columns {
  const byNode = new Map<string, TaskRow[]>()
  for (const task of tasks.toSorted(byServiceAndSlot)) {
    const key = task.nodeId ?? ''
    byNode.set(key, [...(byNode.get(key) ?? []), task])
  }
  const homeless = byNode.get('') ?? []
  byNode.delete('')
  const known = new Set(nodes.map((node) => node.id))
  const strangers = [...byNode.keys()].filter((id) => !known.has(id))
  const drawn = nodes.length <= fewNodes && !isSparse ? nodes : nodes.filter((node) => byNode.has(node.id))
  return {
    homeless,
    columns: [...drawn, ...strangers.map((id) => ({ id, hostname: id, isAvailable: false }))].map((node) => ({
      node,
      tasks: byNode.get(node.id) ?? [],
    })),
    empty: isSparse ? 0 : nodes.length - drawn.length,
  }
}

/** A place that does not depend on when a task began, so that a replacement stands beside what it replaces. */
function byServiceAndSlot(a: TaskRow, b: TaskRow): number {
  if (a.serviceName !== b.serviceName) return a.serviceName < b.serviceName ? -1 : 1
  return (a.slot ?? 0) - (b.slot ?? 0) || a.createdAt - b.createdAt
}
