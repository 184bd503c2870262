import { createHash } from 'node:crypto'
import type { ServiceSpec } from '@/lib/swarm/engine-types'
import type { StoredFormContext } from '@/lib/swarm/spec/stored-form'
import { isSpecStep, type Plan, type Step } from './plan'
import { comparableForm } from './spec-form'

/** JSON with sorted keys: the same value always gives the same text. Undefined members are left out, as JSON does. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${entries.join(',')}}`
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/**
 * The digest of what a service's spec asks for. Configs and secrets count by name alone, since the id of an object that
 * is still to be made is not known. The version index is no part of it: it moves by itself during a rollout.
 */
export function specDigest(spec: ServiceSpec): string {
  return sha256(canonicalJson(withoutObjectIds(spec)))
}

/**
 * The digest of a spec as the engine stores it: what a step has as `after` when a whole spec comes from a stack file. It
 * is the same for the body that is sent, given `sentWith`, and for the spec that the engine then answers.
 */
export function storedDigest(spec: object, context: StoredFormContext): string {
  return formDigest(comparableForm(spec, context))
}

/** The same of a spec that has been brought into the form already. */
export function formDigest(form: ServiceSpec): string {
  return sha256(canonicalJson(form))
}

/** Where a live spec stands on the way of a step that replaces the whole spec. */
export function specStanding(
  spec: ServiceSpec,
  { before, after }: { before: string | null; after: string },
  context: Pick<StoredFormContext, 'networkName'>,
): 'before' | 'after' | 'elsewhere' {
  if (storedDigest(spec, context) === after) return 'after'
  return specDigest(spec) === before ? 'before' : 'elsewhere'
}

function withoutObjectIds(spec: ServiceSpec): ServiceSpec {
  const container = spec.TaskTemplate.ContainerSpec
  if (!container) return spec
  return {
    ...spec,
    TaskTemplate: {
      ...spec.TaskTemplate,
      ContainerSpec: {
        ...container,
        Configs: container.Configs?.map((reference) => ({ ...reference, ConfigID: '' })),
        Secrets: container.Secrets?.map((reference) => ({ ...reference, SecretID: '' })),
      },
    },
  }
}

/**
 * The digest of what a person approves: intents, values replaced and effects, but not the specs' own digests. A change of
 * another field of the same service meanwhile therefore is no conflict; a change of the same field is. Only a spec that
 * comes from a stack file counts whole, by its `after`: the values of its environment are in nothing else. Notes are left
 * out: what they warn of is in the effects, or moves by itself, as a running update does.
 */
export function planDigest({ notes: _notes, ...plan }: Plan): string {
  return sha256(canonicalJson({ ...plan, steps: plan.steps.map(withoutSpecDigests) }))
}

function withoutSpecDigests(step: Step): object {
  if (!('before' in step)) return step
  if (isSpecStep(step)) return { ...step, before: undefined }
  const { before: _before, after: _after, ...intent } = step
  return intent
}
