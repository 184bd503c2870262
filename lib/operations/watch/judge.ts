import type { StepProgress } from '@/lib/contract/operations'
import type { FieldState } from '@/lib/plan/plan'
import type { Service, Task } from '@/lib/swarm/engine-types'
import { modeOf, replicasOf } from '@/lib/swarm/spec/mode'
import { milliseconds, updatePolicyOf } from '@/lib/swarm/spec/policies'
import type { Goal } from './goal'
import { judgeJob } from './judge-job'
import type { Judgement, Memory, Observation, Verdict } from './judgement'
import { hasFailed, lastErrorOf } from './last-error'

const busyStates = new Set(['updating', 'rollback_started'])
const pausedStates = new Set(['paused', 'rollback_paused'])

/** A service that has crashed so often will go on doing so, unless what it waits for is only slow to come. */
const manyFailures = 3
const crashPatienceMs = 120_000

/** For nodes that are about to come back. */
const leastStuckMs = 10_000

/** What docker gives a process between SIGTERM and SIGKILL (moby/swarmkit, api/defaults/service.go). */
const defaultStopGraceMs = 10_000

/**
 * Says whether a change has become true. The engine's own `completed` proves nothing: it is said after an automatic
 * rollback too, and by a rollout whose tasks crash for ever. So the spec is asked whether it still has our change, and
 * the tasks whether all that should run do run on it, the same ones for the whole monitor period.
 */
export function judge(goal: Goal, observation: Observation, before: Memory, timeoutMs: number): Judgement {
  if (goal.isWhole && modeOf(observation.service.Spec).endsWith('-job')) {
    return judgeJob(goal, observation, before, timeoutMs)
  }
  const { service, now } = observation
  const updateState = service.UpdateStatus?.State ?? ''
  const memory = remember(goal, observation, before, updateState)
  const progress = progressOf(goal, observation, memory)
  const state = goal.stateOf(service.Spec)
  if (state !== 'to') return { verdict: lostTo(state, service, progress), progress, memory }
  if (pausedStates.has(updateState)) return { verdict: 'paused', progress, memory }

  const steady = steadiness(goal, observation, progress, memory)
  const best = bestOf(progress, memory, now)
  const stuck = since(memory.stuck, goal.isWhole ? stuckTasks(goal, observation, progress) : null, now)
  const { monitorMs: ownMonitorMs, delayMs } = updatePolicyOf(service.Spec.UpdateConfig)
  const monitorMs = Math.max(ownMonitorMs, goal.watchMs)
  const isEmpty = goal.isWhole && progress.desired === 0 && progress.onOld === 0 && replicasOf(service.Spec) === 0
  const isSteady = steady !== null && (isEmpty || now - steady.since >= monitorMs)
  const isWaiting = busyStates.has(updateState) && !isWithoutNode(goal, observation, memory)
  const isCrashing = goal.isWhole && progress.failed >= manyFailures
  const patienceMs = (isCrashing ? Math.min(timeoutMs, crashPatienceMs) : timeoutMs) + delayMs + monitorMs
  const dueAt = steady ? { dueAt: steady.since + monitorMs } : {}
  return { verdict: verdictOf(), progress, memory: { ...memory, steady, best, stuck }, ...dueAt }

  function verdictOf(): Verdict {
    if (isSteady && !isWaiting) return 'converged'
    if (stuck && now - stuck.since >= Math.max(monitorMs, leastStuckMs)) return 'stuck'
    return now - best.at > patienceMs + stopGraceMs(service) ? 'timed_out' : 'working'
  }
}

/** Who took our change away: the engine, whose rollback may still be under way, or somebody else. */
function lostTo(state: FieldState, { Spec, UpdateStatus }: Service, { seen, failed }: StepProgress): Verdict {
  if (state === 'other') return 'changed'
  const updateState = UpdateStatus?.State ?? ''
  if (busyStates.has(updateState)) return 'working'
  if (updateState === 'rollback_paused') return 'paused'
  if (seen.some((word) => word.startsWith('rollback'))) return 'rolled_back'
  // A quick rollback is over between two looks, and says `completed` then. Its cause is still to be seen.
  const isToRollBack = updatePolicyOf(Spec.UpdateConfig).failureAction === 'rollback'
  return isToRollBack && failed > 0 ? 'rolled_back' : 'changed'
}

function remember(goal: Goal, observation: Observation, before: Memory, updateState: string): Memory {
  const { tasks } = observation
  const seen = updateState && before.seen.at(-1) !== updateState ? [...before.seen, updateState] : before.seen
  const isFirstLook = before.best === null
  const failedBefore =
    isFirstLook && goal.areAlike ? new Set(tasks.filter(hasFailed).map((task) => task.ID)) : before.failedBefore
  const lastError = lastErrorOf(failedTasks(goal, observation, failedBefore)) ?? before.lastError
  return { ...before, seen, failedBefore, lastError }
}

function failedTasks(goal: Goal, { service, tasks }: Observation, before: Memory['failedBefore']): Task[] {
  return tasks.filter((task) => hasFailed(task) && goal.isOnNew(task, service) && !before.has(task.ID))
}

function progressOf(goal: Goal, observation: Observation, memory: Memory): StepProgress {
  const { service, tasks, isNodeDown } = observation
  const isOnNew = (task: Task) => goal.isOnNew(task, service)
  // A task of a node that is away is `running` for hours, whatever became of it.
  const running = tasks.filter((task) => task.Status.State === 'running' && !isNodeDown(task.NodeID ?? ''))
  const onNew = running.filter((task) => isWanted(task) && isOnNew(task))
  return {
    desired: replicasOf(service.Spec) ?? tasks.filter(isWanted).length,
    onNew: onNew.length,
    onOld: running.length - onNew.length,
    failed: failedTasks(goal, observation, memory.failedBefore).length,
    lastError: memory.lastError ?? (goal.isWhole ? lastErrorOf(tasks.filter(hasNoNode)) : null),
    seen: memory.seen,
  }
}

/** Since when exactly the tasks that are there now have been as they should. */
function steadiness(goal: Goal, observation: Observation, progress: StepProgress, memory: Memory): Memory['steady'] {
  return since(memory.steady, steadyTasks(goal, observation, progress, memory), observation.now)
}

function since(before: Memory['steady'], tasks: string | null, now: number): Memory['steady'] {
  if (tasks === null) return null
  return before?.tasks === tasks ? before : { since: now, tasks }
}

/** The ids of the tasks, when nothing is left to wait for but time. Jobs run to their end by themselves. */
function steadyTasks(goal: Goal, observation: Observation, progress: StepProgress, memory: Memory): string | null {
  const { service, tasks } = observation
  if (modeOf(service.Spec).endsWith('-job')) return ''
  const wanted = tasks.filter(isWanted)
  if (isWithoutNode(goal, observation, memory)) return idsOf(wanted)
  const ended = goal.isWhole ? endedSlots(goal, observation) : 0
  if (progress.onNew + ended !== progress.desired || progress.onOld > 0) return null
  return wanted.every((task) => task.Status.State === 'running' && goal.isOnNew(task, service)) ? idsOf(wanted) : null
}

/** Tasks that were to run once and have done so, where the restart policy lets them rest. */
function endedSlots(goal: Goal, { service, tasks }: Observation): number {
  const condition = service.Spec.TaskTemplate.RestartPolicy?.Condition ?? 'any'
  if (condition === 'any') return 0
  const isDone = (task: Task) => task.Status.State === 'complete' && goal.isOnNew(task, service)
  return new Set(tasks.filter(isDone).map((task) => task.Slot)).size
}

/** A service that no node could run before still has none: its tasks have the new spec, and more will not come of it. */
function isWithoutNode(goal: Goal, { service, tasks }: Observation, { ranBefore }: Memory): boolean {
  if (ranBefore || goal.areAlike) return false
  const wanted = tasks.filter(isWanted)
  return wanted.length > 0 && wanted.every((task) => task.Status.State === 'pending' && goal.isOnNew(task, service))
}

/** The ids of the tasks, when those that do not run have no node, or nothing is going to run any more. */
function stuckTasks(goal: Goal, { service, tasks }: Observation, { failed, desired }: StepProgress): string | null {
  const wanted = tasks.filter(isWanted)
  if (wanted.length === 0) return failed > 0 && desired > 0 ? 'none' : null
  const waiting = wanted.filter((task) => hasNoNode(task) && goal.isOnNew(task, service))
  const isAllElseRunning = wanted.every((task) => task.Status.State === 'running' || waiting.includes(task))
  return waiting.length > 0 && isAllElseRunning ? idsOf(wanted) : null
}

/** Source: moby/swarmkit, manager/scheduler/scheduler.go. */
function hasNoNode({ DesiredState, Status }: Task): boolean {
  return DesiredState === 'running' && Status.State === 'pending' && (Status.Err ?? '').startsWith('no suitable node')
}

/** Tasks that fail and start again are no progress, so only more on the new spec or less on the old one counts. */
function bestOf({ onNew, onOld }: StepProgress, { best }: Memory, now: number): NonNullable<Memory['best']> {
  if (best && onNew <= best.onNew && onOld >= best.onOld) return best
  return { onNew: Math.max(onNew, best?.onNew ?? 0), onOld: Math.min(onOld, best?.onOld ?? onOld), at: now }
}

/** `ready` is a task of start-first that waits for its turn. */
function isWanted(task: Task): boolean {
  const isEnded = hasFailed(task) || task.Status.State === 'complete' || task.Status.State === 'shutdown'
  return (task.DesiredState === 'running' || task.DesiredState === 'ready') && !isEnded
}

function idsOf(tasks: readonly Task[]): string {
  return tasks
    .map((task) => task.ID)
    .sort()
    .join(' ')
}

function stopGraceMs(service: Service): number {
  return milliseconds(service.Spec.TaskTemplate.ContainerSpec?.StopGracePeriod) ?? defaultStopGraceMs
}
