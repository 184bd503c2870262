import type { TaskRow } from '@/lib/contract/tasks'

const ended = new Set(['complete', 'failed', 'rejected', 'shutdown', 'orphaned', 'remove'])

/** Tasks that are there or on their way; of a slot without such a task the newest one that failed. */
export function tasksToDraw(tasks: readonly TaskRow[]): TaskRow[] {
  const living = tasks.filter((task) => !ended.has(task.state) && task.desiredState !== 'shutdown')
  const served = new Set(living.map(slotKey))
  const failed = new Map<string, TaskRow>()
  for (const task of tasks) {
    const key = slotKey(task)
    const isFailure = task.state === 'failed' || task.state === 'rejected'
    const known = failed.get(key)
    if (isFailure && !served.has(key) && (!known || known.createdAt < task.createdAt)) failed.set(key, task)
  }
  return [...living, ...failed.values()]
}

/** A global service has no slots: each node is one. */
export function slotKey(task: TaskRow): string {
  return task.slot === null ? `node ${task.nodeId}` : String(task.slot)
}
