import 'server-only'
import { AppError } from '@/lib/errors/app-error'
import { guard } from '@/lib/guard/guard'
import { live } from '@/lib/live/live'
import { bodiesOf } from '@/lib/operations/stacks/bodies'
import { converge } from '@/lib/operations/watch/converge'
import { goalOfSpec } from '@/lib/operations/watch/goal'
import type { StepOf } from '@/lib/plan/plan'
import { applyEdit } from './apply-edit'
import { patiently } from './patiently'
import { networkNames, registryAuthOf, specBody } from './spec-body'
import type { StepRun } from './step-run'

/** Puts the spec of a stack file, or an earlier one, in the place of the service's, and watches until its tasks are there. */
export async function replaceSpec(run: StepRun, step: StepOf<'replace-spec'>): Promise<void> {
  const { form } = await bodiesOf(run)
  const goal = goalOfSpec(step, { networkName: networkNames(run), stored: () => run.record.memo.stored })
  const { actorId } = run.operation.operation
  const versionIndex = await applyEdit(run, {
    step,
    goal,
    edited: (before) => specBody(run, step, before),
    registryAuth: registryAuthOf,
    // A paused update is pushed on with the spec that is there: it was asked about when it was first sent.
    guard: (spec, before) => spec !== before && guard(spec, { step, form, actorId }),
    conflict: () => new AppError('version_conflict', { service: step.serviceName, field: 'spec' }),
  })
  run.faultPoint('after-applied')
  await patiently(run, () => live().refreshService(step.serviceId))
  if (step.effect.kind === 'none' && isAboutTheServiceAlone(step)) return
  await converge(run, { serviceId: step.serviceId, versionIndex, goal })
}

/** What changes nothing for the tasks: there is nothing to watch, and what they do has nothing to do with us. */
function isAboutTheServiceAlone({ changes }: StepOf<'replace-spec'>): boolean {
  return (
    changes.length > 0 && changes.every(({ path }) => /^deploy\.(labels|update_config|rollback_config)\b/.test(path))
  )
}
