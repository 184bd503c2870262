import { engineTime } from '@/lib/swarm/engine-time'
import type { Service } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { modeOf, replicasOf } from '@/lib/swarm/spec/mode'
import { isWanted } from '@/lib/swarm/tasks'
import { type Finding, failuresOf, restartReason, troubleReason, type Verdict } from './finding'
import { jobStanding } from './job-standing'
import { isRestarting, type Slot, slotsOf, type Trouble, troubleOf } from './slots'
import type { Standing } from './standing'
import { updateVerdict } from './update-verdict'

/** A service without any task is being made; the orchestrator needs far less than this. */
const orchestratingMs = 15_000

/** In this order the first one is told: what has no way out comes before what repeats. */
const troubleOrder: readonly Trouble['kind'][] = ['pending', 'node_down', 'crashing', 'ended', 'slow', 'starting']

/** Of a service of any mode. Costs O(its tasks). */
export function serviceStanding(snapshot: Snapshot, service: Service, now: number): Standing {
  const tasks = snapshot.tasksByService.get(service.ID) ?? []
  const mode = modeOf(service.Spec)
  const slots = slotsOf(snapshot, tasks, mode)
  if (mode === 'replicated-job' || mode === 'global-job') return jobStanding(snapshot, { service, slots, now })

  const desiredTasks = replicasOf(service.Spec) ?? coveredNodes(snapshot, slots)
  const runningTasks = slots.filter((slot) => slot.isRunning).length
  if (desiredTasks === 0) return { desiredTasks, runningTasks, ...emptyVerdict(mode === 'global') }
  const trouble = worstTrouble(snapshot, { service, slots, now })
  const finding: Finding = { service, slots, trouble, isShort: runningTasks < desiredTasks, now }
  return { desiredTasks, runningTasks, ...(updateVerdict(finding) ?? verdict(finding)) }
}

/** Nobody scales a global service to nothing: its constraints leave no node over. */
function emptyVerdict(isGlobal: boolean): Verdict {
  return isGlobal
    ? { health: 'attention', reason: { code: 'covers_no_node' } }
    : { health: 'stopped', reason: { code: 'scaled_to_zero' } }
}

/** Nodes that a global service wants a task on: the orchestrator keeps one wanted task for each. */
function coveredNodes(snapshot: Snapshot, slots: readonly Slot[]): number {
  const isUp = (nodeId: string) => snapshot.node.get(nodeId)?.Status.State !== 'down'
  return slots.filter((slot) => isUp(slot.key) && slot.tasks.some(isWanted)).length
}

function worstTrouble(
  snapshot: Snapshot,
  { service, slots, now }: Pick<Finding, 'service' | 'slots' | 'now'>,
): Trouble | null {
  const troubles = slots
    .filter((slot) => !slot.isRunning)
    .map((slot) => troubleOf(snapshot, slot, { service, now }))
    .filter((trouble) => trouble !== null)
  return troubles.sort((a, b) => troubleOrder.indexOf(a.kind) - troubleOrder.indexOf(b.kind))[0] ?? null
}

function verdict(finding: Finding): Verdict {
  const { service, slots, trouble, isShort, now } = finding
  if (isShort && !trouble) return withoutTasks(finding)
  if (isShort && trouble) {
    return { health: trouble.kind === 'starting' ? 'working' : 'failing', reason: troubleReason(trouble) }
  }
  const restarting = slots.filter((slot) => isRestarting(slot, service, now))
  if (restarting.length === 0) return { health: 'running', reason: null }
  const { count, error } = failuresOf(finding, restarting)
  return { health: 'attention', reason: restartReason(count, error) }
}

/** Slots are missing and no task of them is known: just asked for, or the engine gave them up. */
function withoutTasks({ service, now }: Finding): Verdict {
  const changedAt = engineTime(service.UpdatedAt) ?? 0
  return now - changedAt < orchestratingMs
    ? { health: 'working', reason: { code: 'starting' } }
    : { health: 'failing', reason: { code: 'no_tasks' } }
}
