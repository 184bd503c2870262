import 'server-only'
import type { DataObjectBody } from '@/lib/compose/convert/bodies'
import { labelsAfter, sameLabels } from '@/lib/deploy/objects/object-plan'
import { engine } from '@/lib/engine/engine'
import { AppError, isAppError } from '@/lib/errors/app-error'
import { secretValueOf } from '@/lib/operations/record/secret-values'
import { bodiesOf } from '@/lib/operations/stacks/bodies'
import type { StepOf } from '@/lib/plan/plan'
import type { Config, Secret } from '@/lib/swarm/engine-types'
import { isInDoubt, patiently, pauseBeforeRetry } from './patiently'
import type { StepRun } from './step-run'

type RelabelStep = StepOf<'relabel-object'>

/** Gives a config or secret the labels of the stack file. Its content goes along, so that the engine refuses another one. */
export async function relabelObject(run: StepRun, step: RelabelStep): Promise<void> {
  const body = (await bodiesOf(run.operation)).dataObjects[step.kind].get(step.name)
  if (!body) throw new AppError('unexpected', { kind: step.kind, name: step.name })
  const inspect = step.kind === 'config' ? engine().inspectConfig : engine().inspectSecret
  for (let attempt = 1; ; attempt++) {
    const object = await patiently<Config | Secret>(run, () => inspect(step.id))
    if (sameLabels(object.Spec.Labels, body.Labels)) return
    run.faultPoint('before-sent')
    await run.save({ state: 'sent' })
    run.faultPoint('after-sent')
    try {
      await send(run, step, object, body)
      run.faultPoint('after-engine-reply')
    } catch (error) {
      if (!isAppError(error)) throw error
      if (isInDoubt(error)) await run.save({ state: 'unknown', problem: { code: error.code, params: error.params } })
      else if (error.code !== 'version_conflict') throw error
      await pauseBeforeRetry(attempt, error, run.signal)
    }
  }
}

async function send(run: StepRun, step: RelabelStep, { Spec, Version }: Config | Secret, body: DataObjectBody) {
  const data = dataOf(run, step, body)
  const relabel = step.kind === 'config' ? engine().relabelConfig : engine().relabelSecret
  const labels = labelsAfter(Spec.Labels, body.Labels)
  await relabel({ id: step.id, versionIndex: Version.Index, name: step.name, labels, ...(data && { data }) })
}

/** A secret's value is compared only while we have it; after a restart its labels are all that is sent. */
function dataOf(run: StepRun, { kind, name }: RelabelStep, { Data = '' }: DataObjectBody): Buffer | null {
  return kind === 'config' ? Buffer.from(Data, 'base64') : secretValueOf(run.operation.id, name)
}
