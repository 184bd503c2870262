import type { Service, Task } from '@/lib/swarm/engine-types'
import { milliseconds } from '@/lib/swarm/spec/policies'
import type { Goal } from './goal'
import type { Judgement, Memory, Observation } from './judgement'

/**
 * Says whether a job has done what it is for: it has converged when its run is complete. Only the present run counts,
 * which every update begins anew. A task that fails is tried again by the engine, as long as its policy says so.
 */
export function judgeJob(goal: Goal, observation: Observation, before: Memory, timeoutMs: number): Judgement {
  const { service, now } = observation
  const run = runOf(observation)
  const done = run.filter((task) => task.Status.State === 'complete').length
  const running = run.filter((task) => task.Status.State === 'running').length
  const failed = run.filter((task) => task.Status.State === 'failed' || task.Status.State === 'rejected')
  const isBetter = !before.best || done > before.best.onNew || running > before.best.onOld
  const best = isBetter ? { onNew: done, onOld: running, at: now } : before.best
  const desired = completionsOf(service, run)
  const progress = {
    desired,
    onNew: done,
    onOld: 0,
    failed: failed.length,
    lastError: failed.at(-1)?.Status.Err ?? run.find((task) => task.Status.State === 'pending')?.Status.Err ?? null,
    seen: before.seen,
  }
  return { verdict: verdictOf(), progress, memory: { ...before, best } }

  function verdictOf(): Judgement['verdict'] {
    if (goal.stateOf(service.Spec) !== 'to') return 'changed'
    // A global job on no node has no tasks at all.
    if (desired > 0 && done >= desired) return 'converged'
    const restDelayMs = milliseconds(service.Spec.TaskTemplate.RestartPolicy?.Delay) ?? 0
    const waited = best ? now - best.at : 0
    return waited > timeoutMs + restDelayMs ? 'timed_out' : 'working'
  }
}

function runOf({ service, tasks }: Observation): Task[] {
  const run = service.JobStatus?.JobIteration?.Index ?? 0
  return tasks.filter((task) => (task.JobIteration?.Index ?? 0) === run)
}

/** How often it is to complete: on each node of a global job once. */
function completionsOf({ Spec }: Service, run: readonly Task[]): number {
  const job = Spec.Mode?.ReplicatedJob
  if (job) return job.TotalCompletions ?? job.MaxConcurrent ?? 1
  return new Set(run.map((task) => task.NodeID ?? task.ID)).size
}
