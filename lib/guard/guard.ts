import type { ServiceBody } from '@/lib/compose/convert/bodies'
import { AppError } from '@/lib/errors/app-error'
import { canonicalJson, storedDigest } from '@/lib/plan/digest'
import { applyIntent } from '@/lib/plan/intent'
import { withoutVariable } from '@/lib/plan/move-variable'
import type { SpecStep, StepOf, UpdateStep } from '@/lib/plan/plan'
import type { ServiceSpec } from '@/lib/swarm/engine-types'
import type { StoredFormContext } from '@/lib/swarm/spec/stored-form'

export type GuardContext = { actorId: string } & (
  | {
      step: UpdateStep
      /** The spec that is replaced, read just before. */
      before: ServiceSpec
    }
  | {
      step: SpecStep
      /** How the spec is brought into the form that the plan's digest was made of. */
      form: StoredFormContext
    }
)

/**
 * The last word before a spec is sent to the engine. Policies of roles will stand here. What nobody may do already does:
 * change more of a service than what was planned, shown and approved.
 */
export function guard(spec: ServiceSpec | ServiceBody, context: GuardContext): void {
  if (isAsPlanned(spec, context)) return
  throw new AppError('not_allowed', { kind: 'service', name: context.step.serviceName, reason: 'more_than_planned' })
}

function isAsPlanned(spec: ServiceSpec | ServiceBody, context: GuardContext): boolean {
  // The digest covers the whole spec, its name and stack included.
  if ('form' in context) return storedDigest(spec, context.form) === context.step.after
  const { before, step } = context
  if (step.action === 'move-reference') return isOneOf(spec, [before, applyIntent(before, step)])
  if (step.action === 'move-variable' && !step.isBack) return isOneOf(spec, [before, applyIntent(before, step)])
  return canonicalJson(withoutPlanned(spec, step)) === canonicalJson(withoutPlanned(before, step))
}

/** What was there may be sent once more, to push an update on. */
function isOneOf(spec: ServiceSpec | ServiceBody, planned: readonly ServiceSpec[]): boolean {
  return planned.some((one) => canonicalJson(one) === canonicalJson(spec))
}

type MaskedStep = Exclude<UpdateStep, StepOf<'move-reference'>>

function withoutPlanned(spec: ServiceSpec | ServiceBody, step: MaskedStep): object {
  if (step.action === 'set-replicas') {
    const replicated = spec.Mode && 'Replicated' in spec.Mode ? spec.Mode.Replicated : {}
    return { ...spec, Mode: { ...spec.Mode, Replicated: { ...replicated, Replicas: null } } }
  }
  const container = spec.TaskTemplate.ContainerSpec
  if (step.action === 'move-variable') {
    const others = container && withoutVariable<typeof container>(container, step)
    return { ...spec, TaskTemplate: { ...spec.TaskTemplate, ContainerSpec: others } }
  }
  const masked =
    step.kind === 'config'
      ? { Configs: container?.Configs?.map((it) => ({ ...it, ConfigID: null, ConfigName: null })) }
      : { Secrets: container?.Secrets?.map((it) => ({ ...it, SecretID: null, SecretName: null })) }
  return { ...spec, TaskTemplate: { ...spec.TaskTemplate, ContainerSpec: { ...container, ...masked } } }
}
