import type { Task } from '@/lib/swarm/engine-types'
import { isCurrent, isWanted } from '@/lib/swarm/tasks'
import { type Finding, failuresOf, lastErrorOf, troubleReason, type Verdict } from './finding'

/**
 * What an update in progress, or gone wrong, says about the service; null when there is none to speak of. After an
 * automatic rollback the engine says `rollback_completed` for about a second and then `completed` as if all were well.
 */
export function updateVerdict(finding: Finding): Verdict | null {
  const { service, isShort } = finding
  const state = service.UpdateStatus?.State
  // The engine names only the task that made it stop; a person wants to know what that task said.
  const params = { error: lastErrorOf(finding) ?? service.UpdateStatus?.Message ?? '' }
  const whenStuck = isShort ? 'failing' : 'attention'
  if (state === 'paused') return { health: whenStuck, reason: { code: 'update_paused', params } }
  if (state === 'rollback_paused') return { health: whenStuck, reason: { code: 'rollback_paused', params } }
  if (state === 'rollback_completed' && !isShort)
    return { health: 'attention', reason: { code: 'rolled_back', params } }
  if (state === 'updating' || state === 'rollback_started') return progressVerdict(finding, state)
  return null
}

/** An update that waits for a place, or whose tasks fail, is not "on its way", whatever the engine calls it. */
function progressVerdict(finding: Finding, state: 'updating' | 'rollback_started'): Verdict {
  const { trouble, slots, isShort } = finding
  if (trouble?.kind === 'pending') {
    return { health: isShort ? 'failing' : 'attention', reason: troubleReason(trouble) }
  }
  const { count, error } = failuresOf(finding, slots)
  if (error) return { health: 'attention', reason: { code: 'update_failing', params: { failures: count, error } } }
  return {
    health: 'working',
    reason: { code: state === 'updating' ? 'updating' : 'rolling_back', params: reachOf(finding) },
  }
}

/** How many of the tasks that should run do so on the spec that is asked for now. */
function reachOf({ service, slots }: Finding): { done: number; total: number } {
  const wanted = slots.filter((slot) => slot.tasks.some(isWanted))
  const isDone = (task: Task) => task.Status.State === 'running' && isWanted(task) && isCurrent(task, service)
  return { done: wanted.filter((slot) => slot.tasks.some(isDone)).length, total: wanted.length }
}
