import type { StepProgress } from '@/lib/contract/operations'
import { type FieldState, fieldState, type Intent, referenceState } from '@/lib/plan/intent'
import type { Service, Task } from '@/lib/swarm/engine-types'
import { modeOf, replicasOf } from '@/lib/swarm/spec/mode'
import { milliseconds, updatePolicyOf } from '@/lib/swarm/spec/policies'

/** What is looked at: the service as it is now, its tasks, and the nodes that are away. Times in UTC milliseconds. */
export type Observation = {
  service: Service
  tasks: readonly Task[]
  isNodeDown: (nodeId: string) => boolean
  /** When the engine confirmed this. Time that passes while it is silent proves nothing. */
  now: number
}

/** What the judge remembers from one look to the next. */
export type Memory = {
  seen: string[]
  /** Whether any task ran before the change was sent. */
  ranBefore: boolean
  /** Tasks that had failed before the first look; for scaling, where old and new tasks are made of the same spec. */
  failedBefore: ReadonlySet<string>
  /** Since when exactly these tasks have been running as they should. */
  steady: { since: number; tasks: string } | null
  best: { onNew: number; onOld: number; at: number } | null
}

export type Verdict = 'working' | 'converged' | 'rolled_back' | 'paused' | 'changed' | 'timed_out'

export type Judgement = { verdict: Verdict; progress: StepProgress; memory: Memory }

const busyStates = new Set(['updating', 'rollback_started'])
const pausedStates = new Set(['paused', 'rollback_paused'])

/** What docker gives a process between SIGTERM and SIGKILL (moby/swarmkit, api/defaults/service.go). */
const defaultStopGraceMs = 10_000

/** What was seen before, from a step that another process watched. */
export function startMemory({ seen, ranBefore }: { seen: readonly string[]; ranBefore: boolean }): Memory {
  return { seen: [...seen], ranBefore, failedBefore: new Set(), steady: null, best: null }
}

/**
 * Says whether a change has become true. The engine's own `completed` proves nothing: it is said after an automatic
 * rollback too, and by a rollout whose tasks crash for ever. So the spec is asked whether it still has our change, and
 * the tasks whether all that should run do run on it, the same ones for the whole monitor period.
 */
export function judge(intent: Intent, observation: Observation, before: Memory, timeoutMs: number): Judgement {
  const { service, now } = observation
  const updateState = service.UpdateStatus?.State ?? ''
  const memory = remember(intent, observation, before, updateState)
  const progress = progressOf(intent, observation, memory)
  const state = fieldState(service.Spec, intent)
  if (state !== 'to') return { verdict: lostTo(state, service, progress), progress, memory }
  if (pausedStates.has(updateState)) return { verdict: 'paused', progress, memory }

  const steady = steadiness(intent, observation, progress, memory)
  const best = bestOf(progress, memory, now)
  const { monitorMs, delayMs } = updatePolicyOf(service.Spec.UpdateConfig)
  const isSteady = steady !== null && now - steady.since >= monitorMs
  const isWaiting = busyStates.has(updateState) && !isWithoutNode(intent, observation, memory)
  const patienceMs = timeoutMs + delayMs + monitorMs + stopGraceMs(service)
  return { verdict: verdictOf(), progress, memory: { ...memory, steady, best } }

  function verdictOf(): Verdict {
    if (isSteady && !isWaiting) return 'converged'
    return now - best.at > patienceMs ? 'timed_out' : 'working'
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

function remember(intent: Intent, { tasks }: Observation, before: Memory, updateState: string): Memory {
  const seen = updateState && before.seen.at(-1) !== updateState ? [...before.seen, updateState] : before.seen
  const isFirstLook = before.best === null
  const failedBefore =
    isFirstLook && intent.action === 'set-replicas'
      ? new Set(tasks.filter(hasFailed).map((task) => task.ID))
      : before.failedBefore
  return { ...before, seen, failedBefore }
}

function progressOf(intent: Intent, { service, tasks, isNodeDown }: Observation, memory: Memory): StepProgress {
  // A task of a node that is away is `running` for hours, whatever became of it.
  const running = tasks.filter((task) => task.Status.State === 'running' && !isNodeDown(task.NodeID ?? ''))
  const onNew = running.filter((task) => isWanted(task) && isOnNew(intent, task))
  const failed = tasks.filter((task) => hasFailed(task) && isOnNew(intent, task) && !memory.failedBefore.has(task.ID))
  return {
    desired: replicasOf(service.Spec) ?? tasks.filter(isWanted).length,
    onNew: onNew.length,
    onOld: running.length - onNew.length,
    failed: failed.length,
    lastError: lastErrorOf(failed),
    seen: memory.seen,
  }
}

/** Since when exactly the tasks that are there now have been as they should. */
function steadiness(
  intent: Intent,
  observation: Observation,
  progress: StepProgress,
  memory: Memory,
): Memory['steady'] {
  const tasks = steadyTasks(intent, observation, progress, memory)
  if (tasks === null) return null
  return memory.steady?.tasks === tasks ? memory.steady : { since: observation.now, tasks }
}

/** The ids of the tasks, when nothing is left to wait for but time. Jobs run to their end by themselves. */
function steadyTasks(intent: Intent, observation: Observation, progress: StepProgress, memory: Memory): string | null {
  if (modeOf(observation.service.Spec).endsWith('-job')) return ''
  const wanted = observation.tasks.filter(isWanted)
  const ids = wanted
    .map((task) => task.ID)
    .sort()
    .join(' ')
  if (isWithoutNode(intent, observation, memory)) return ids
  if (progress.onNew !== progress.desired || progress.onOld > 0) return null
  return wanted.every((task) => task.Status.State === 'running' && isOnNew(intent, task)) ? ids : null
}

/** A service that no node could run before still has none: its tasks have the new spec, and more will not come of it. */
function isWithoutNode(intent: Intent, { tasks }: Observation, { ranBefore }: Memory): boolean {
  if (ranBefore || intent.action === 'set-replicas') return false
  const wanted = tasks.filter(isWanted)
  return wanted.length > 0 && wanted.every((task) => task.Status.State === 'pending' && isOnNew(intent, task))
}

/** Tasks that fail and start again are no progress, so only more on the new spec or less on the old one counts. */
function bestOf({ onNew, onOld }: StepProgress, { best }: Memory, now: number): NonNullable<Memory['best']> {
  if (best && onNew <= best.onNew && onOld >= best.onOld) return best
  return { onNew: Math.max(onNew, best?.onNew ?? 0), onOld: Math.min(onOld, best?.onOld ?? onOld), at: now }
}

function isOnNew(intent: Intent, task: Task): boolean {
  return intent.action === 'set-replicas' || referenceState(task.Spec, intent) === 'to'
}

/** `ready` is a task of start-first that waits for its turn. */
function isWanted(task: Task): boolean {
  const isEnded = hasFailed(task) || task.Status.State === 'complete' || task.Status.State === 'shutdown'
  return (task.DesiredState === 'running' || task.DesiredState === 'ready') && !isEnded
}

function hasFailed(task: Task): boolean {
  return task.Status.State === 'failed' || task.Status.State === 'rejected'
}

function lastErrorOf(failed: readonly Task[]): string | null {
  const latest = failed.toSorted((a, b) => Date.parse(b.Status.Timestamp) - Date.parse(a.Status.Timestamp))[0]
  return latest?.Status.Err ?? null
}

function stopGraceMs(service: Service): number {
  return milliseconds(service.Spec.TaskTemplate.ContainerSpec?.StopGracePeriod) ?? defaultStopGraceMs
}
