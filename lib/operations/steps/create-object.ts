import 'server-only'
import { engine } from '@/lib/engine/engine'
import { AppError, isAppError } from '@/lib/errors/app-error'
import { forgetValues, secretValueOf } from '@/lib/operations/record/secret-values'
import type { StepOf } from '@/lib/plan/plan'
import { operationLabel } from '@/lib/rotation/family'
import type { Config, Secret } from '@/lib/swarm/engine-types'
import { isInDoubt, patiently, pauseBeforeRetry } from './patiently'
import type { StepRun } from './step-run'

type CreateStep = StepOf<'create-config'> | StepOf<'create-secret'>

/**
 * Makes a config or secret, once. It carries the operation's id, so that one whose answer was lost, or that was made
 * before a restart, is known as ours. The content is erased as soon as the object exists.
 */
export async function createObject(run: StepRun, step: CreateStep): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const objectId = await findOwn(run, step)
    if (objectId) {
      forgetValues(run.operation.id)
      return run.save({ payload: null, memo: { ...run.record.memo, objectId } })
    }
    const data = contentOf(run, step)
    run.faultPoint('before-sent')
    await run.save({ state: 'sent' })
    run.faultPoint('after-sent')
    await send(run, step, { data, attempt })
  }
}

async function findOwn(run: StepRun, step: CreateStep): Promise<string | null> {
  const find = step.action === 'create-config' ? engine().findConfig : engine().findSecret
  const object = await patiently<Config | Secret | null>(run, () => find(step.name))
  if (!object) return null
  if (object.Spec.Labels?.[operationLabel] === run.operation.id) return object.ID
  throw new AppError('name_taken', { kind: kindOf(step), name: step.name })
}

/** A config's content is stored until it is made; a secret's value is not, and a restart loses it. */
function contentOf(run: StepRun, step: CreateStep): Buffer {
  const data = step.action === 'create-config' ? run.record.payload : secretValueOf(run.operation.id, step.name)
  if (!data) throw new AppError('value_needed', { kind: kindOf(step), name: step.name })
  return data
}

async function send(
  run: StepRun,
  step: CreateStep,
  { data, attempt }: { data: Buffer; attempt: number },
): Promise<void> {
  const { name, templating } = step
  const labels = { ...step.labels, [operationLabel]: run.operation.id }
  const create = step.action === 'create-config' ? engine().createConfig : engine().createSecret
  try {
    await create({ name, labels, data, templating })
    run.faultPoint('after-engine-reply')
  } catch (error) {
    if (!isAppError(error)) throw error
    if (isInDoubt(error)) await run.save({ state: 'unknown', problem: { code: error.code, params: error.params } })
    // Taken, perhaps by a write of ours that arrived late: the next look tells.
    else if (error.code !== 'name_taken' || attempt > 1) throw error
    await pauseBeforeRetry(attempt, error, run.signal)
  }
}

const kindOf = ({ action }: CreateStep) => (action === 'create-config' ? 'config' : 'secret')
