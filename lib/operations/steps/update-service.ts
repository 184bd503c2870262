import 'server-only'
import { engine } from '@/lib/engine/engine'
import { AppError } from '@/lib/errors/app-error'
import { guard } from '@/lib/guard/guard'
import { live } from '@/lib/live/live'
import { converge } from '@/lib/operations/watch/converge'
import { goalOfUpdate } from '@/lib/operations/watch/goal'
import { applyIntent, fieldNow, fieldSides, objectAfter, withObjectId } from '@/lib/plan/intent'
import type { UpdateStep } from '@/lib/plan/plan'
import type { ServiceSpec } from '@/lib/swarm/engine-types'
import { applyEdit } from './apply-edit'
import { patiently } from './patiently'
import type { StepRun } from './step-run'

/** Brings one field of a service to the step's target and watches until its tasks are there. Can be begun anew at any point. */
export async function updateService(run: StepRun, planned: UpdateStep): Promise<void> {
  const step = withTargetId(run, planned)
  const goal = goalOfUpdate(step, run.operation.plan.rollout?.watchMs ?? 0)
  const { actorId } = run.operation.operation
  const versionIndex = await applyEdit(run, {
    step,
    goal,
    edited: async (before) => applyIntent(before, step, await previousOf(run, step)),
    guard: (spec, before) => guard(spec, { before, step, actorId }),
    conflict: (spec) => conflict(step, spec),
  })
  run.faultPoint('after-applied')
  await patiently(run, () => live().refreshService(step.serviceId))
  await converge(run, { serviceId: step.serviceId, versionIndex, goal })
}

/** Where the value of a variable is, on its way back. */
async function previousOf(run: StepRun, step: UpdateStep): Promise<ServiceSpec | undefined> {
  if (step.action !== 'move-variable' || !step.isBack) return undefined
  return (await patiently(run, () => engine().inspectService(step.serviceId))).PreviousSpec
}

/** The successor's id, which the plan could not know, as an earlier step noted it. */
function withTargetId({ operation }: StepRun, step: UpdateStep): UpdateStep {
  const wanted = objectAfter(step)
  if (!wanted || wanted.id !== null) return step
  const { kind, name } = wanted
  const maker = operation.steps.find(
    (it) => it.step.action === `create-${kind}` && 'name' in it.step && it.step.name === name,
  )
  const id = maker?.memo.objectId
  if (!id) throw new AppError('unexpected', { kind, name })
  return withObjectId(step, id)
}

function conflict(step: UpdateStep, spec: ServiceSpec): AppError {
  const was = fieldSides(step).from
  return new AppError('version_conflict', { service: step.serviceName, was, ...fieldNow(spec, step) })
}
