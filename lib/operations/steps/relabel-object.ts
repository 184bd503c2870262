import 'server-only'
import { labelsAfter, sameLabels } from '@/lib/deploy/objects/object-plan'
import { AppError } from '@/lib/errors/app-error'
import { secretValueOf } from '@/lib/operations/record/secret-values'
import { bodiesOf } from '@/lib/operations/stacks/bodies'
import type { StepOf } from '@/lib/plan/plan'
import type { StepRun } from './step-run'
import { writeLabels } from './write-labels'

/** Gives a config or secret the labels of the stack file, and compares what it holds with what the file has. */
export async function relabelObject(run: StepRun, { kind, name, id }: StepOf<'relabel-object'>): Promise<void> {
  const body = (await bodiesOf(run)).dataObjects[kind].get(name)
  if (!body) throw new AppError('unexpected', { kind, name })
  // A secret's value is compared only while we have it; after a restart its labels are all that is sent.
  const data = kind === 'config' ? Buffer.from(body.Data ?? '', 'base64') : secretValueOf(run.operation.id, name)
  const wanted = (labels: Readonly<Record<string, string>>) =>
    sameLabels(labels, body.Labels) ? null : labelsAfter(labels, body.Labels)
  await writeLabels(run, { kind, id, wanted, data })
}
