import type { Task } from '@/lib/swarm/engine-types'

export function hasFailed(task: Task): boolean {
  return task.Status.State === 'failed' || task.Status.State === 'rejected'
}

/** What the task says that ended last. */
export function lastErrorOf(tasks: readonly Task[]): string | null {
  const latest = tasks.toSorted((a, b) => Date.parse(b.Status.Timestamp) - Date.parse(a.Status.Timestamp))[0]
  return latest?.Status.Err ?? null
}
