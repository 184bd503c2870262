import 'server-only'
import { engine } from '@/lib/engine/engine'
import { AppError, isAppError } from '@/lib/errors/app-error'
import { guard } from '@/lib/guard/guard'
import { live } from '@/lib/live/live'
import { bodiesOf } from '@/lib/operations/stacks/bodies'
import { converge } from '@/lib/operations/watch/converge'
import { type Goal, goalOfSpec } from '@/lib/operations/watch/goal'
import { specDigest } from '@/lib/plan/digest'
import type { StepOf } from '@/lib/plan/plan'
import type { Service } from '@/lib/swarm/engine-types'
import { type Attempted, lookAfter } from './look-after'
import { patiently } from './patiently'
import { networkNames, registryAuthOf, specBody } from './spec-body'
import type { StepRun } from './step-run'
import { waitForWhatIsLacking } from './what-is-lacking'

type CreateStep = StepOf<'create-service'>

/**
 * Makes a service, once, and watches until its tasks are there. It carries no mark of ours, so one whose answer was lost
 * is known by its name and the digest of its spec.
 */
export async function createService(run: StepRun, step: CreateStep): Promise<void> {
  const goal = goalOfSpec(step, { networkName: networkNames(run), stored: () => run.record.memo.stored })
  const service = await make(run, step, goal)
  run.faultPoint('after-applied')
  await converge(run, { serviceId: service.ID, versionIndex: service.Version.Index, goal })
}

async function make(run: StepRun, step: CreateStep, goal: Goal): Promise<Service> {
  let before: AppError | null = null
  for (let attempt = 1; ; attempt++) {
    const isFirst = attempt === 1 && run.record.state === 'pending'
    const found = isFirst ? null : await findOwn(run, step, goal)
    if (found) return refreshed(run, found.ID)
    const made = await send(run, step, { attempt, before })
    if (typeof made === 'string') return noteMade(run, goal, made)
    before = made
  }
}

async function findOwn(run: StepRun, { serviceName }: CreateStep, goal: Goal): Promise<Service | null> {
  const { objectId } = run.record.memo
  // Known to be ours: if it is gone, somebody has removed it.
  if (objectId) return requireUnchanged(goal, await patiently(run, () => engine().inspectService(objectId)))
  const service = await patiently(run, () => engine().findService(serviceName))
  if (!service) return null
  if (goal.stateOf(service.Spec) !== 'to') throw new AppError('name_taken', { kind: 'service', name: serviceName })
  run.remember({ objectId: service.ID })
  return service
}

function requireUnchanged(goal: Goal, service: Service): Service {
  if (goal.stateOf(service.Spec) === 'to') return service
  throw new AppError('version_conflict', { service: goal.serviceName, field: 'spec' })
}

/** The id, or after what answer it has to be looked at whether it is there. */
async function send(run: StepRun, step: CreateStep, attempted: Attempted): Promise<string | AppError> {
  const spec = await specBody(run, step)
  const { form } = await bodiesOf(run)
  guard(spec, { step, form, actorId: run.operation.operation.actorId })
  const registryAuth = await registryAuthOf(spec)
  run.faultPoint('before-sent')
  await run.save({ state: 'sent' })
  run.faultPoint('after-sent')
  try {
    const id = await engine().createService({ spec, registryAuth })
    run.faultPoint('after-engine-reply')
    await run.makeRoom()
    return id
  } catch (error) {
    if (isAppError(error) && (await waitForWhatIsLacking(run, error, attempted.attempt))) return error
    return lookAfter(run, error, attempted)
  }
}

/** The service, which the snapshot knows from now on. */
async function refreshed(run: StepRun, id: string): Promise<Service> {
  const service = await patiently(run, () => live().refreshService(id))
  if (!service) throw new AppError('not_found', { kind: 'service', name: id })
  return service
}

/** An engine may know fields that we do not: what it made of our spec is then what we look for. */
async function noteMade(run: StepRun, goal: Goal, id: string): Promise<Service> {
  const service = await refreshed(run, id)
  const isAsExpected = goal.stateOf(service.Spec) === 'to'
  run.remember({ objectId: id })
  if (!isAsExpected) await run.note({ stored: specDigest(service.Spec) })
  return service
}
