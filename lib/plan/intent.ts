import type { ConfigReference, SecretReference, ServiceSpec, TaskSpec } from '@/lib/swarm/engine-types'
import { replicasOf } from '@/lib/swarm/spec/mode'
import { referencesOf } from '@/lib/swarm/spec/references'
import { isUsed, type MoveReference, moveReference } from './move-reference'
import { type MoveVariable, moveVariable, variableState } from './move-variable'
import type { FieldState, KindName, StepOf } from './plan'

export type SetReplicas = Pick<StepOf<'set-replicas'>, 'action' | 'from' | 'to'>
export type ReplaceReference = Pick<StepOf<'replace-reference'>, 'action' | 'kind' | 'from' | 'to'>

/** What to change in a spec: the part of an update step that does not depend on the spec it was planned on. */
export type Intent = SetReplicas | ReferenceIntent | MoveVariable

type ReferenceIntent = ReplaceReference | MoveReference

export function fieldState(spec: ServiceSpec, intent: Intent): FieldState {
  if (intent.action !== 'set-replicas') return templateState(spec.TaskTemplate, intent)
  const replicas = replicasOf(spec)
  if (replicas === intent.from) return 'from'
  return replicas === intent.to ? 'to' : 'other'
}

/** The same question asked of a task, which has the template that it was made from. */
export function templateState(template: TaskSpec, intent: ReferenceIntent | MoveVariable): FieldState {
  if (intent.action === 'move-variable') return variableState(template, intent)
  const { from, to } = sidesOf(intent)
  if (isUsed(template, from)) return 'from'
  return isUsed(template, to) ? 'to' : 'other'
}

/** What is used before and afterwards, each with its kind. */
export function sidesOf(intent: ReferenceIntent): { from: KindName; to: KindName } {
  if (intent.action === 'move-reference') return intent
  const { kind, from, to } = intent
  return { from: { ...from, kind }, to: { ...to, kind } }
}

/** What the field held when the intent was planned, and what it is to hold, as an error tells it. */
export function fieldSides(intent: Intent): { from: string | number; to: string | number } {
  if (intent.action === 'set-replicas') return intent
  if (intent.action !== 'move-variable') return { from: intent.from.name, to: intent.to.name }
  const { variable, fileVariable, isBack } = intent
  return isBack ? { from: fileVariable, to: variable } : { from: variable, to: fileVariable }
}

/** The object that a spec will use afterwards; null where the intent is about none. */
export function objectAfter(intent: Intent): KindName | null {
  if (intent.action === 'set-replicas') return null
  if (intent.action !== 'move-variable') return sidesOf(intent).to
  return intent.isBack ? null : { ...intent.secret, kind: 'secret' }
}

/** With the object's id, which a plan cannot know that makes it. */
export function withObjectId<I extends Intent>(intent: I, id: string): I {
  if (intent.action === 'set-replicas') return intent
  if (intent.action === 'move-variable') return { ...intent, secret: { ...intent.secret, id } }
  return { ...intent, to: { ...intent.to, id } }
}

/** The field's name and what it holds, as an error tells it. */
export function fieldNow(spec: ServiceSpec, intent: Intent): { field: string; now: string | number | null } {
  const field = fieldName(intent)
  if (intent.action === 'set-replicas') return { field, now: replicasOf(spec) }
  // Neither its value nor what took its place is told.
  if (intent.action === 'move-variable') return { field, now: null }
  const names = referencesOf(sidesOf(intent).from.kind, spec.TaskTemplate).map((reference) => reference.name)
  return { field, now: names.join(', ') || null }
}

export function fieldName(intent: Intent): string {
  if (intent.action === 'set-replicas') return 'replicas'
  return intent.action === 'move-variable' ? intent.variable : sidesOf(intent).from.kind
}

/**
 * The whole spec with the intent applied: every field that we do not know is kept. Of a reference only id and name
 * change; its file's path, owner and mode stay. The previous spec is what some ways back are taken from.
 */
export function applyIntent(spec: ServiceSpec, intent: Intent, previous?: ServiceSpec): ServiceSpec {
  if (intent.action === 'move-variable') return moveVariable(spec, intent, previous)
  if (intent.action === 'move-reference') return moveReference(spec, intent)
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

function replaceConfig(reference: ConfigReference, intent: ReplaceReference): ConfigReference {
  const { from, to } = sidesOf(intent)
  if (!isUsed({ ContainerSpec: { Configs: [reference] } }, from)) return reference
  return { ...reference, ConfigID: to.id ?? '', ConfigName: to.name }
}

function replaceSecret(reference: SecretReference, intent: ReplaceReference): SecretReference {
  const { from, to } = sidesOf(intent)
  if (!isUsed({ ContainerSpec: { Secrets: [reference] } }, from)) return reference
  return { ...reference, SecretID: to.id ?? '', SecretName: to.name }
}
