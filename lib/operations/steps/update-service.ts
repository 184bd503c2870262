import 'server-only'
import { engine } from '@/lib/engine/engine'
import { AppError, isAppError } from '@/lib/errors/app-error'
import { guard } from '@/lib/guard/guard'
import { live } from '@/lib/live/live'
import { applyIntent, fieldNow, fieldState } from '@/lib/plan/intent'
import type { UpdateStep } from '@/lib/plan/plan'
import type { Service, ServiceSpec } from '@/lib/swarm/engine-types'
import { converge } from './converge'
import { isInDoubt, patiently, pauseBeforeRetry } from './patiently'
import type { StepRun } from './step-run'

/** Brings one service to the step's target and watches until its tasks are there. Can be begun anew at any point. */
export async function updateService(run: StepRun, planned: UpdateStep): Promise<void> {
  const step = withTargetId(run, planned)
  const versionIndex = await apply(run, step)
  run.faultPoint('after-applied')
  await live().refreshService(step.serviceId)
  await converge(run, step, versionIndex)
}

/** The successor's id, which the plan could not know, as an earlier step noted it. */
function withTargetId({ operation }: StepRun, step: UpdateStep): UpdateStep {
  if (step.action !== 'replace-reference' || step.to.id !== null) return step
  const { kind, to } = step
  const maker = operation.steps.find(
    (it) => it.step.action === `create-${kind}` && 'name' in it.step && it.step.name === to.name,
  )
  const id = maker?.memo.objectId
  if (!id) throw new AppError('unexpected', { kind, name: to.name })
  return { ...step, to: { ...to, id } }
}

/**
 * Reads, decides, writes, and reads again, until the field is seen at its target; returns the version index from which on
 * it is. An answer that was lost, a conflict and a restart of Skep are the same thing here: the service is asked.
 */
async function apply(run: StepRun, step: UpdateStep): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const service = await patiently(run, () => engine().inspectService(step.serviceId))
    const state = fieldState(service.Spec, step)
    const isPushed = run.record.memo.decision === 'push'
    if (state === 'to' && !isPushed) return service.Version.Index
    if (state === 'other') throw conflict(step, service)
    if (state === 'from' && wasRolledBack(run, step, service)) throw rolledBack(step, service)

    const spec = state === 'to' ? service.Spec : applyIntent(service.Spec, step)
    guard(spec, { before: service.Spec, step, actorId: run.operation.operation.actorId })
    run.faultPoint('before-sent')
    await noteSent(run, step, service)
    run.faultPoint('after-sent')
    await send(run, { service, spec, attempt })
  }
}

type Attempt = { service: Service; spec: ServiceSpec; attempt: number }

async function send(run: StepRun, { service, spec, attempt }: Attempt): Promise<void> {
  try {
    await engine().updateService({ id: service.ID, versionIndex: service.Version.Index, spec })
    run.faultPoint('after-engine-reply')
  } catch (error) {
    if (!isAppError(error)) throw error
    if (isInDoubt(error)) await run.save({ state: 'unknown', problem: { code: error.code, params: error.params } })
    else if (error.code !== 'version_conflict' && error.code !== 'not_found') throw error
    // The version index keeps a write that arrives late from being made twice: one of the two is out of sequence.
    await pauseBeforeRetry(attempt, refusal(error), run.signal)
  }
}

/** Whether the service itself is gone is told by the next look; else the engine misses something that the spec names. */
function refusal(error: AppError): AppError {
  return error.code === 'not_found' ? new AppError('engine_refused', error.params, error) : error
}

async function noteSent(run: StepRun, step: UpdateStep, { UpdateStatus }: Service): Promise<void> {
  const isFirst = run.record.state === 'pending'
  const tasks = live().snapshot().tasksByService.get(step.serviceId) ?? []
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

/**
 * Whether our change was made and taken back while nobody watched. An update has begun since, and the previous spec is
 * none (after the engine's automatic rollback) or has our change (after somebody's `docker service rollback`); after any
 * other update it would be one without our change. Source: moby/swarmkit, manager/orchestrator/update/updater.go; measured.
 */
function wasRolledBack({ record }: StepRun, step: UpdateStep, { PreviousSpec, UpdateStatus }: Service): boolean {
  if (record.state === 'pending' || (UpdateStatus?.StartedAt ?? null) === record.memo.updateBefore) return false
  return !PreviousSpec || fieldState(PreviousSpec, step) === 'to'
}

function rolledBack(step: UpdateStep, { UpdateStatus }: Service): AppError {
  return new AppError('rolled_back', { service: step.serviceName, engineText: UpdateStatus?.Message ?? null })
}

/** Somebody gave the field another value. It is never overwritten. */
function conflict(step: UpdateStep, { Spec }: Service): AppError {
  const was = step.action === 'set-replicas' ? step.from : step.from.name
  return new AppError('version_conflict', { service: step.serviceName, was, ...fieldNow(Spec, step) })
}
