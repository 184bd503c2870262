import type { Reason } from '@/lib/contract/reason'
import type { Service } from '@/lib/swarm/engine-types'
import { isCurrent, newestFirst } from '@/lib/swarm/tasks'
import { recentFailures, type Slot, type Trouble } from './slots'
import type { Standing } from './standing'

/** What was found about a service that should have tasks. `isShort`: fewer run than should. */
export type Finding = {
  service: Service
  slots: readonly Slot[]
  trouble: Trouble | null
  isShort: boolean
  now: number
}

export type Verdict = Pick<Standing, 'health' | 'reason'>

export function troubleReason(trouble: Trouble): Reason {
  if (trouble.kind === 'pending') return { code: 'pending', params: { error: trouble.error } }
  if (trouble.kind === 'slow') return { code: 'starting_slowly', params: { state: trouble.state } }
  if (trouble.kind === 'node_down') return { code: 'node_down', params: { node: trouble.node } }
  if (trouble.kind === 'crashing') return restartReason(trouble.failures, trouble.error)
  if (trouble.kind === 'ended') return endReason(trouble)
  return { code: 'starting' }
}

function endReason({ error, exitCode }: Extract<Trouble, { kind: 'ended' }>): Reason {
  return error
    ? { code: 'task_failed', params: { error } }
    : { code: 'task_ended', params: { exitCode: exitCode ?? 0 } }
}

/** A task that an unhealthy check ends may leave no error text, so there are two sentences. */
export function restartReason(failures: number, error: string | null): Reason {
  return error
    ? { code: 'restarting', params: { failures, error } }
    : { code: 'restarting_without_error', params: { failures } }
}

/** How often tasks of these slots ended lately, and what the newest said. */
export function failuresOf({ service, now }: Finding, slots: readonly Slot[]): { count: number; error: string | null } {
  const failures = slots.flatMap((slot) => recentFailures(slot, service, now))
  return { count: failures.length, error: failures.find((task) => task.Status.Err)?.Status.Err ?? null }
}

/** What the newest task of the present spec said when it failed, however long ago. */
export function lastErrorOf({ service, slots }: Finding): string | null {
  const failed = slots.flatMap((slot) => slot.tasks).filter((task) => task.Status.Err && isCurrent(task, service))
  return failed.toSorted(newestFirst)[0]?.Status.Err ?? null
}
