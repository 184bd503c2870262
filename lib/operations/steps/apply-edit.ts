import 'server-only'
import { engine } from '@/lib/engine/engine'
import type { SpecBody } from '@/lib/engine/writes'
import { AppError, isAppError } from '@/lib/errors/app-error'
import { live } from '@/lib/live/live'
import { log } from '@/lib/log'
import type { Goal } from '@/lib/operations/watch/goal'
import { hasFailed, lastErrorOf } from '@/lib/operations/watch/last-error'
import { specDigest } from '@/lib/plan/digest'
import type { StepOf, UpdateStep } from '@/lib/plan/plan'
import type { Service, ServiceSpec } from '@/lib/swarm/engine-types'
import { isInDoubt, patiently, pauseBeforeRetry } from './patiently'
import type { StepRun } from './step-run'
import { waitForWhatIsLacking } from './what-is-lacking'

/** How a step changes a service that is there. */
export type Edit = {
  /** As it is recorded when its change is sent. */
  step: UpdateStep | StepOf<'replace-spec'>
  goal: Goal
  /** What is sent in the place of this spec, which has the field, or all of it, as the step was planned on. */
  edited: (before: ServiceSpec) => Promise<SpecBody>
  /** Asked before anything is sent, with the final spec. Throws what is not allowed. */
  guard: (spec: SpecBody, before: ServiceSpec) => void
  /** Somebody gave it another value. It is never overwritten. */
  conflict: (spec: ServiceSpec) => AppError
  registryAuth?: (spec: SpecBody) => Promise<string | null>
}

/**
 * Reads, decides, writes, and reads again, until the change is seen; returns the version index from which on it is there.
 * An answer that was lost, a conflict and a restart of Skep are the same thing here: the service is asked.
 */
export async function applyEdit(run: StepRun, edit: Edit): Promise<number> {
  const { goal } = edit
  let isAccepted = false
  for (let attempt = 1; ; attempt++) {
    const service = await patiently(run, () => engine().inspectService(edit.step.serviceId))
    if (isAccepted) await noteStoredForm(run, goal, service)
    const state = goal.stateOf(service.Spec)
    const isPushed = run.record.memo.decision === 'push'
    if (state === 'to' && !isPushed) return service.Version.Index
    if (state === 'other') throw edit.conflict(service.Spec)
    if (state === 'from' && wasRolledBack(run, goal, service)) throw await rolledBack(run, goal, service)

    const spec = state === 'to' ? service.Spec : await edit.edited(service.Spec)
    edit.guard(spec, service.Spec)
    const registryAuth = (await edit.registryAuth?.(spec)) ?? null
    run.faultPoint('before-sent')
    await noteSent(run, edit, service)
    run.faultPoint('after-sent')
    isAccepted = await send(run, { service, spec, registryAuth, attempt })
  }
}

type Sending = { service: Service; spec: SpecBody; registryAuth: string | null; attempt: number }

/** Whether the engine said that it took the spec. */
async function send(run: StepRun, { service, spec, registryAuth, attempt }: Sending): Promise<boolean> {
  try {
    await engine().updateService({ id: service.ID, versionIndex: service.Version.Index, spec, registryAuth })
    run.faultPoint('after-engine-reply')
    await run.makeRoom()
    return true
  } catch (error) {
    if (!isAppError(error)) throw error
    if (await waitForWhatIsLacking(run, error, attempt)) return false
    if (isInDoubt(error)) await run.save({ state: 'unknown', problem: { code: error.code, params: error.params } })
    else if (error.code !== 'version_conflict' && error.code !== 'not_found') throw error
    // The version index keeps a write that arrives late from being made twice: one of the two is out of sequence.
    await pauseBeforeRetry(attempt, error.code === 'not_found' ? refusal(error) : error, run.signal)
    return false
  }
}

/** Whether the service itself is gone is told by the next look; else the engine misses something that the spec names. */
function refusal(error: AppError): AppError {
  return new AppError('engine_refused', error.params, error)
}

async function noteSent(run: StepRun, { step }: Edit, { ID, UpdateStatus }: Service): Promise<void> {
  const isFirst = run.record.state === 'pending'
  const tasks = live().snapshot().tasksByService.get(ID) ?? []
  await run.save({
    step,
    state: 'sent',
    memo: {
      ...run.record.memo,
      updateBefore: UpdateStatus?.StartedAt ?? null,
      ranBefore: isFirst ? tasks.some((task) => task.Status.State === 'running') : run.record.memo.ranBefore,
      decision: null,
    },
  })
}

/** An engine may know fields that we do not: what it made of our spec is then what we look for. */
async function noteStoredForm(run: StepRun, goal: Goal, { Spec, PreviousSpec }: Service): Promise<void> {
  if (!goal.isWhole || !PreviousSpec || goal.stateOf(Spec) !== 'other' || goal.stateOf(PreviousSpec) !== 'from') return
  log().warn({ service: Spec.Name, operationId: run.operation.id }, 'the engine stores a spec in a form of its own')
  await run.note({ stored: specDigest(Spec) })
}

/**
 * Whether our change was made and taken back while nobody watched. An update has begun since, and the previous spec is
 * none (after the engine's automatic rollback) or has our change (after somebody's `docker service rollback`); after any
 * other update it would be one without our change. Source: moby/swarmkit, manager/orchestrator/update/updater.go; measured.
 */
function wasRolledBack({ record }: StepRun, goal: Goal, { PreviousSpec, UpdateStatus }: Service): boolean {
  if (record.state === 'pending' || (UpdateStatus?.StartedAt ?? null) === record.memo.updateBefore) return false
  return !PreviousSpec || goal.stateOf(PreviousSpec) === 'to'
}

/** Why it was is told by the task that failed last; the engine's own message names no cause. */
async function rolledBack(run: StepRun, { serviceName }: Goal, { ID, UpdateStatus }: Service): Promise<AppError> {
  const tasks = await patiently(run, () => engine().listTasks({ serviceIds: [ID] }))
  const engineText = lastErrorOf(tasks.filter(hasFailed)) ?? UpdateStatus?.Message ?? null
  return new AppError('rolled_back', { service: serviceName, engineText })
}
