import type { Service, Task } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { isRunning, isWanted } from '@/lib/swarm/tasks'
import { type Slot, troubleOf } from './slots'
import type { Standing } from './standing'

/** A job counts by completion, within its present run alone: earlier runs leave their tasks behind. */
export function jobStanding(
  snapshot: Snapshot,
  { service, slots, now }: { service: Service; slots: readonly Slot[]; now: number },
): Standing {
  const run = service.JobStatus?.JobIteration?.Index ?? 0
  const ofThisRun = slots
    .map((slot) => ({ ...slot, tasks: slot.tasks.filter((task) => (task.JobIteration?.Index ?? 0) === run) }))
    .filter((slot) => slot.tasks.length > 0)
  const tasks = ofThisRun.flatMap((slot) => slot.tasks)
  const done = tasks.filter((task) => task.Status.State === 'complete').length
  const { total, atOnce } = sizeOf(service, ofThisRun)
  const runningTasks = tasks.filter((task) => isRunning(snapshot, task)).length
  const counts = { desiredTasks: Math.max(0, Math.min(atOnce, total - done)), runningTasks }
  if (done >= total) return { ...counts, health: 'stopped', reason: { code: 'job_done', params: { done, total } } }

  for (const slot of ofThisRun) {
    const trouble = slot.tasks.some((task) => task.Status.State === 'complete')
      ? null
      : troubleOf(snapshot, slot, { service, now })
    if (trouble?.kind === 'pending') {
      return { ...counts, health: 'failing', reason: { code: 'pending', params: { error: trouble.error } } }
    }
  }
  if (tasks.some(isWanted) || tasks.length === 0) {
    return { ...counts, health: 'working', reason: { code: 'job_running', params: { done, total } } }
  }
  return { ...counts, health: 'failing', reason: jobFailure(tasks, done, total) }
}

/** Completions wanted, and how many tasks may run at once. One at a time, one in all, when nothing is said. */
function sizeOf(service: Service, slots: readonly Slot[]): { total: number; atOnce: number } {
  const job = service.Spec.Mode?.ReplicatedJob
  if (!job) return { total: slots.length, atOnce: slots.length }
  const atOnce = job.MaxConcurrent || 1
  return { atOnce, total: job.TotalCompletions ?? atOnce }
}

function jobFailure(tasks: readonly Task[], done: number, total: number): Standing['reason'] {
  const error = tasks.find((task) => task.Status.Err)?.Status.Err
  return error
    ? { code: 'job_failed', params: { done, total, error } }
    : { code: 'job_incomplete', params: { done, total } }
}
