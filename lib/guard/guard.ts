import { AppError } from '@/lib/errors/app-error'
import { canonicalJson } from '@/lib/plan/digest'
import type { UpdateStep } from '@/lib/plan/plan'
import type { ServiceSpec } from '@/lib/swarm/engine-types'

export type GuardContext = {
  /** The spec that is replaced, read just before. */
  before: ServiceSpec
  step: UpdateStep
  actorId: string
}

/**
 * The last word before a spec is sent to the engine. Policies of roles will stand here. What nobody may do already does:
 * change more of a service than the field that was planned, shown and approved.
 */
export function guard(spec: ServiceSpec, { before, step }: GuardContext): void {
  if (canonicalJson(withoutPlanned(spec, step)) === canonicalJson(withoutPlanned(before, step))) return
  throw new AppError('not_allowed', { kind: 'service', name: step.serviceName, reason: 'more_than_planned' })
}

function withoutPlanned(spec: ServiceSpec, step: UpdateStep): object {
  if (step.action === 'set-replicas') {
    return { ...spec, Mode: { ...spec.Mode, Replicated: { ...spec.Mode?.Replicated, Replicas: null } } }
  }
  const container = spec.TaskTemplate.ContainerSpec
  const masked =
    step.kind === 'config'
      ? { Configs: container?.Configs?.map((it) => ({ ...it, ConfigID: null, ConfigName: null })) }
      : { Secrets: container?.Secrets?.map((it) => ({ ...it, SecretID: null, SecretName: null })) }
  return { ...spec, TaskTemplate: { ...spec.TaskTemplate, ContainerSpec: { ...container, ...masked } } }
}
