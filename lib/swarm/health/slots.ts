import type { ServiceMode } from '@/lib/contract/services'
import { addTo } from '@/lib/swarm/add-to'
import { engineTime } from '@/lib/swarm/engine-time'
import type { Service, Task } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { isCurrent, isOnDownNode, isRunning, isWanted, newestFirst } from '@/lib/swarm/tasks'

/** One replica, or a global service's share of one node, with all attempts to run it that the engine still knows. */
export type Slot = { key: string; tasks: Task[]; isRunning: boolean }

/** What keeps a slot that should run from running. `starting` is the only good one. */
export type Trouble =
  | { kind: 'starting' }
  | { kind: 'pending'; error: string }
  | { kind: 'slow'; state: string }
  | { kind: 'crashing'; failures: number; error: string | null; exitCode: number | null }
  | { kind: 'ended'; error: string | null; exitCode: number | null }
  | { kind: 'node_down'; node: string }

/** Failures older than this are history. Long enough to see a loop whose process lives for a minute each time. */
const recentMs = 5 * 60_000

/** A large image is pulled in less; what takes longer deserves a look. */
const startingMs = 5 * 60_000

/** One failure may be an accident, and the swarm has already replaced the task. */
const failuresOfALoop = 2

export function slotsOf(snapshot: Snapshot, tasks: readonly Task[], mode: ServiceMode): Slot[] {
  const isByNode = mode === 'global' || mode === 'global-job'
  const bySlot = new Map<string, Task[]>()
  for (const task of tasks) {
    const key = isByNode ? (task.NodeID ?? '') : String(task.Slot ?? '')
    addTo(bySlot, key, task)
  }
  return [...bySlot].map(([key, attempts]) => ({
    key,
    tasks: attempts.sort(newestFirst),
    isRunning: attempts.some((task) => isRunning(snapshot, task)),
  }))
}

/** Attempts from the present spec that ended by themselves lately: failed, refused by the node, or just finished. */
export function recentFailures(slot: Slot, service: Service, now: number): Task[] {
  return slot.tasks.filter(
    (task) =>
      ['failed', 'rejected', 'complete'].includes(task.Status.State) &&
      now - (engineTime(task.Status.Timestamp) ?? 0) < recentMs &&
      isCurrent(task, service),
  )
}

export function isRestarting(slot: Slot, service: Service, now: number): boolean {
  return recentFailures(slot, service, now).length >= failuresOfALoop
}

/** Why a slot has no running task; null for a slot that nobody wants (the surplus of a scale-down). */
export function troubleOf(
  snapshot: Snapshot,
  slot: Slot,
  { service, now }: { service: Service; now: number },
): Trouble | null {
  const attempt = slot.tasks.find(isWanted)
  if (attempt && isOnDownNode(snapshot, attempt)) {
    return { kind: 'node_down', node: snapshot.node.get(attempt.NodeID ?? '')?.Description.Hostname ?? '' }
  }
  if (attempt?.Status.State === 'pending' && attempt.Status.Err) {
    return { kind: 'pending', error: attempt.Status.Err }
  }
  const failures = recentFailures(slot, service, now)
  if (failures.length >= failuresOfALoop) {
    return { kind: 'crashing', failures: failures.length, ...errorOf(failures[0]) }
  }
  if (!attempt) return endOf(slot)
  const since = engineTime(attempt.Status.Timestamp) ?? now
  return now - since > startingMs ? { kind: 'slow', state: attempt.Status.State } : { kind: 'starting' }
}

function endOf(slot: Slot): Trouble | null {
  const last = slot.tasks[0]
  if (!last || !['failed', 'rejected', 'complete'].includes(last.Status.State)) return null
  return { kind: 'ended', ...errorOf(last) }
}

function errorOf(task: Task | undefined): { error: string | null; exitCode: number | null } {
  return { error: task?.Status.Err || null, exitCode: task?.Status.ContainerStatus?.ExitCode ?? null }
}
