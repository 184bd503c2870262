import 'server-only'
import { AppError } from '@/lib/errors/app-error'
import { guard } from '@/lib/guard/guard'
import { live } from '@/lib/live/live'
import { converge } from '@/lib/operations/watch/converge'
import { goalOfUpdate } from '@/lib/operations/watch/goal'
import { applyIntent, fieldNow, sidesOf } from '@/lib/plan/intent'
import type { UpdateStep } from '@/lib/plan/plan'
import type { ServiceSpec } from '@/lib/swarm/engine-types'
import { applyEdit } from './apply-edit'
import type { StepRun } from './step-run'

/** Brings one field of a service to the step's target and watches until its tasks are there. Can be begun anew at any point. */
export async function updateService(run: StepRun, planned: UpdateStep): Promise<void> {
  const step = withTargetId(run, planned)
  const goal = goalOfUpdate(step, run.operation.plan.rollout?.watchMs ?? 0)
  const { actorId } = run.operation.operation
  const versionIndex = await applyEdit(run, {
    step,
    goal,
    edited: async (before) => applyIntent(before, step),
    guard: (spec, before) => guard(spec, { before, step, actorId }),
    conflict: (spec) => conflict(step, spec),
  })
  run.faultPoint('after-applied')
  await live().refreshService(step.serviceId)
  await converge(run, { serviceId: step.serviceId, versionIndex, goal })
}

/** The successor's id, which the plan could not know, as an earlier step noted it. */
function withTargetId({ operation }: StepRun, step: UpdateStep): UpdateStep {
  if (step.action === 'set-replicas' || step.to.id !== null) return step
  const { kind, name } = sidesOf(step).to
  const maker = operation.steps.find(
    (it) => it.step.action === `create-${kind}` && 'name' in it.step && it.step.name === name,
  )
  const id = maker?.memo.objectId
  if (!id) throw new AppError('unexpected', { kind, name })
  return step.action === 'move-reference' ? { ...step, to: { ...step.to, id } } : { ...step, to: { ...step.to, id } }
}

function conflict(step: UpdateStep, spec: ServiceSpec): AppError {
  const was = step.action === 'set-replicas' ? step.from : step.from.name
  return new AppError('version_conflict', { service: step.serviceName, was, ...fieldNow(spec, step) })
}
