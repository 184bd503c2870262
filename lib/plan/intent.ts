import type { ConfigReference, SecretReference, ServiceSpec, TaskSpec } from '@/lib/swarm/engine-types'
import { replicasOf } from '@/lib/swarm/spec/mode'
import { referencesOf } from '@/lib/swarm/spec/references'
import type { ObjectName, StepOf } from './plan'

export type SetReplicas = Pick<StepOf<'set-replicas'>, 'action' | 'from' | 'to'>
export type ReplaceReference = Pick<StepOf<'replace-reference'>, 'action' | 'kind' | 'from' | 'to'>

/** What to change in a spec: the part of an update step that does not depend on the spec it was planned on. */
export type Intent = SetReplicas | ReplaceReference

/** Where the one field stands that the intent is about. A spec that names both the old and the new stands at `from`. */
export type FieldState = 'from' | 'to' | 'other'

export function fieldState(spec: ServiceSpec, intent: Intent): FieldState {
  if (intent.action === 'replace-reference') return referenceState(spec.TaskTemplate, intent)
  const replicas = replicasOf(spec)
  if (replicas === intent.from) return 'from'
  return replicas === intent.to ? 'to' : 'other'
}

/** The same question asked of a task, which has the template that it was made from. */
export function referenceState(template: TaskSpec, { kind, from, to }: ReplaceReference): FieldState {
  const used = referencesOf(kind, template)
  if (used.some((reference) => isNamed(reference, from))) return 'from'
  return used.some((reference) => isNamed(reference, to)) ? 'to' : 'other'
}

function isNamed(reference: ObjectName, wanted: ObjectName): boolean {
  return wanted.id === null ? reference.name === wanted.name : reference.id === wanted.id
}

/** The field's name and what it holds, as an error tells it. */
export function fieldNow(spec: ServiceSpec, intent: Intent): { field: string; now: string | number | null } {
  if (intent.action === 'set-replicas') return { field: 'replicas', now: replicasOf(spec) }
  const names = referencesOf(intent.kind, spec.TaskTemplate).map((reference) => reference.name)
  return { field: intent.kind, now: names.join(', ') || null }
}

/**
 * The whole spec with the intent applied: every field that we do not know is kept. Of a reference only id and name
 * change; its file's path, owner and mode stay.
 */
export function applyIntent(spec: ServiceSpec, intent: Intent): ServiceSpec {
  if (intent.action === 'set-replicas') {
    return { ...spec, Mode: { ...spec.Mode, Replicated: { ...spec.Mode?.Replicated, Replicas: intent.to } } }
  }
  const container = spec.TaskTemplate.ContainerSpec
  const replaced =
    intent.kind === 'config'
      ? { Configs: container?.Configs?.map((reference) => replaceConfig(reference, intent)) }
      : { Secrets: container?.Secrets?.map((reference) => replaceSecret(reference, intent)) }
  return { ...spec, TaskTemplate: { ...spec.TaskTemplate, ContainerSpec: { ...container, ...replaced } } }
}

function replaceConfig(reference: ConfigReference, { from, to }: ReplaceReference): ConfigReference {
  if (!isNamed({ id: reference.ConfigID, name: reference.ConfigName }, from)) return reference
  return { ...reference, ConfigID: to.id ?? '', ConfigName: to.name }
}

function replaceSecret(reference: SecretReference, { from, to }: ReplaceReference): SecretReference {
  if (!isNamed({ id: reference.SecretID, name: reference.SecretName }, from)) return reference
  return { ...reference, SecretID: to.id ?? '', SecretName: to.name }
}
