import 'server-only'
import type { DataObjectBody } from '@/lib/compose/convert/bodies'
import { engine } from '@/lib/engine/engine'
import { AppError } from '@/lib/errors/app-error'
import { forgetValue, secretValueOf } from '@/lib/operations/record/secret-values'
import { bodiesOf } from '@/lib/operations/stacks/bodies'
import { entryOf } from '@/lib/plan/move-variable'
import type { StepOf, ValueSource } from '@/lib/plan/plan'
import { operationLabel } from '@/lib/rotation/family'
import type { Config, Secret } from '@/lib/swarm/engine-types'
import { type Attempted, lookAfter } from './look-after'
import { patiently } from './patiently'
import type { StepRun } from './step-run'

type CreateStep = StepOf<'create-config'> | StepOf<'create-secret'>

/**
 * Makes a config or secret, once. It carries the operation's id, so that one whose answer was lost, or that was made
 * before a restart, is known as ours. The content is erased as soon as the object exists.
 */
export async function createObject(run: StepRun, step: CreateStep): Promise<void> {
  let before: AppError | null = null
  for (let attempt = 1; ; attempt++) {
    const isFirst = attempt === 1 && run.record.state === 'pending'
    const made: string | AppError =
      (isFirst ? null : await findOwn(run, step)) ?? (await make(run, step, { attempt, before }))
    if (typeof made === 'string') {
      forgetValue(run.operation.id, step.name)
      // It is known by its label, so a restart finds it again.
      run.remember({ objectId: made })
      return
    }
    before = made
  }
}

/** The id, or after what answer it has to be looked at whether it is there. */
async function make(run: StepRun, step: CreateStep, attempted: Attempted): Promise<string | AppError> {
  const body = await bodyOf(run, step)
  const source = step.action === 'create-secret' ? step.source : undefined
  const data = source ? await readSource(run, source) : contentOf(run, step, body)
  run.faultPoint('before-sent')
  await run.save({ state: 'sent' })
  run.faultPoint('after-sent')
  return send(run, step, { data, driver: body?.Driver, ...attempted })
}

/** Of a stack file, which may also name a driver that keeps the secret elsewhere. */
async function bodyOf(run: StepRun, { name, action }: CreateStep): Promise<DataObjectBody | null> {
  if (run.operation.plan.bodies?.side !== 'target') return null
  const { dataObjects } = await bodiesOf(run)
  return dataObjects[action === 'create-config' ? 'config' : 'secret'].get(name) ?? null
}

async function findOwn(run: StepRun, step: CreateStep): Promise<string | null> {
  const find = step.action === 'create-config' ? engine().findConfig : engine().findSecret
  const object = await patiently<Config | Secret | null>(run, () => find(step.name))
  if (!object) return null
  if (object.Spec.Labels?.[operationLabel] === run.operation.id) return object.ID
  throw new AppError('name_taken', { kind: kindOf(step), name: step.name })
}

/** A config's content is stored until it is made, or for good in a revision; a secret's value is not, and a restart loses it. */
function contentOf(run: StepRun, step: CreateStep, body: DataObjectBody | null): Buffer | null {
  if (body?.Driver) return null
  const stored = body ? Buffer.from(body.Data ?? '', 'base64') : run.record.payload
  const data = step.action === 'create-config' ? stored : secretValueOf(run.operation.id, step.name)
  if (!data) throw new AppError('value_needed', { kind: kindOf(step), name: step.name })
  return data
}

/** What the swarm has already is read from there, also after a restart: nobody has to be asked for it. */
async function readSource(run: StepRun, source: ValueSource): Promise<Buffer> {
  if (source.kind === 'config') return (await patiently(run, () => engine().readConfig(source.id))).data
  const { Spec } = await patiently(run, () => engine().inspectService(source.serviceId))
  const entry = entryOf(Spec.TaskTemplate, source.name)
  if (entry === null)
    throw new AppError('version_conflict', { service: Spec.Name, field: source.name, was: source.name, now: null })
  return Buffer.from(entry.slice(source.name.length + 1))
}

type Sending = { data: Buffer | null; driver: DataObjectBody['Driver'] } & Attempted

async function send(
  run: StepRun,
  step: CreateStep,
  { data, driver, ...attempted }: Sending,
): Promise<string | AppError> {
  const { name, templating } = step
  const labels = { ...step.labels, [operationLabel]: run.operation.id }
  const create = step.action === 'create-config' ? engine().createConfig : engine().createSecret
  try {
    const id = await create({ name, labels, data, templating, ...(driver && { driver }) })
    run.faultPoint('after-engine-reply')
    return id
  } catch (error) {
    return lookAfter(run, error, attempted)
  }
}

const kindOf = ({ action }: CreateStep) => (action === 'create-config' ? 'config' : 'secret')
