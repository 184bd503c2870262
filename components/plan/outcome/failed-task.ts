import type { TaskRow } from '@/lib/contract/tasks'
import type { ServiceChangeStep } from '@/lib/plan/plan'

const failedStates: ReadonlySet<string> = new Set(['failed', 'rejected'])

/**
 * The task that tells why a step failed: the last one that did not stay up, on the version that it was to have. With a
 * health check a task may end well, told to by the engine; so without a failed one it is the last that ended at all.
 */
export function failedTaskOf(tasks: readonly TaskRow[], step: ServiceChangeStep): TaskRow | null {
  const version = step.action === 'replace-reference' ? step.to.name : null
  const ended = tasks
    .filter((task) => task.desiredState !== 'running' || failedStates.has(task.state))
    .filter((task) => version === null || task.configNames.includes(version) || task.secretNames.includes(version))
    .toSorted((a, b) => b.stateSince - a.stateSince)
  return ended.find((task) => failedStates.has(task.state)) ?? ended[0] ?? null
}
