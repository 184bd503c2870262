import type { ServiceBody } from '@/lib/compose/convert/bodies'
import type { Drift, LeftBe } from '@/lib/contract/deploy'
import { liveForm, sentForm } from '@/lib/deploy/deploy-context'
import { fieldChanges } from '@/lib/deploy/field-changes'
import { liveServices } from '@/lib/deploy/live-services'
import { canonicalJson, sha256 } from '@/lib/plan/digest'
import type { FieldChange } from '@/lib/plan/plan'
import { comparableForm } from '@/lib/plan/spec-form'
import { engineTime } from '@/lib/swarm/engine-time'
import type { Service, ServiceSpec } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { whoLeft } from './left-be'

/** What the services of a revision are stored as, by name. Made once, and kept for as long as the revision is the last. */
export type DriftBaseline = ReadonlyMap<string, KnownForm>

/** A stored form, and what is compared of it as a text. */
type KnownForm = { form: ServiceSpec; text: string }

export function driftBaseline(services: readonly ServiceBody[], apiVersion: string): DriftBaseline {
  const context = sentForm(apiVersion)
  return new Map(services.map((body) => [body.Name, knownForm(comparableForm(body, context))]))
}

/**
 * How a stack stands to its last revision, `before` being the revision's value and `after` the live one. What a person
 * does to tasks rather than to the service is none: a forced update, and the platforms that a registry told; nor are
 * fields that somebody lets be. Costs the work for one service whenever one has changed, since a live form is kept with
 * its service.
 */
export function driftOf(
  snapshot: Snapshot,
  stack: string,
  baseline: DriftBaseline | null,
  leftBe: readonly LeftBe[] = [],
): Drift {
  if (!baseline) return { state: 'unknown', since: null, services: [], dormant: [...leftBe] }
  const live = liveServices(snapshot, stack)
  const drifted = [...baseline].flatMap((entry) => driftOfService(snapshot, entry, live.get(entry[0]), leftBe))
  const extra = [...live.keys()].filter((name) => !baseline.has(name)).toSorted()
  const services = [...drifted, ...extra.map((name) => ({ name, verdict: 'extra' as const, ...nothing }))]
  const told = new Set(services.flatMap(({ changes }) => changes.flatMap((change) => change.leftBe ?? [])))
  const dormant = leftBe.filter((one) => !told.has(one))
  const counting = services.filter(counts)
  if (counting.length === 0) return { state: 'in_sync', since: null, services, dormant }
  const times = counting.flatMap(({ name }) => engineTime(live.get(name)?.UpdatedAt) ?? [])
  return { state: 'drifted', since: times.length > 0 ? Math.min(...times) : null, services, dormant }
}

type ServiceDrift = Drift['services'][number]

const nothing = { changes: [], digest: '' }

/** A service that is missing, or too many, is never let be. */
function counts({ verdict, changes }: ServiceDrift): boolean {
  return verdict !== 'changed' || changes.some((change) => change.leftBe === null)
}

function driftOfService(
  snapshot: Snapshot,
  [name, target]: [string, KnownForm],
  service: Service | undefined,
  leftBe: readonly LeftBe[],
): ServiceDrift[] {
  if (!service) return [{ name, verdict: 'missing', ...nothing }]
  const live = liveKnownForm(snapshot, service)
  if (live.text === target.text) return []
  const changes = fieldChanges(withoutLeeway(target.form), withoutLeeway(live.form))
  const told = changes.map((it) => ({ ...it, leftBe: whoLeft(leftBe, name, it) }))
  return [{ name, verdict: 'changed', changes: told, digest: sha256(live.text) }]
}

/** What of one service differs, with the values that are masked otherwise. */
export function driftValues(
  snapshot: Snapshot,
  stack: string,
  baseline: DriftBaseline | null,
  service: string,
): FieldChange[] {
  const [target, found] = [baseline?.get(service), liveServices(snapshot, stack).get(service)]
  if (!target || !found) return []
  const live = liveKnownForm(snapshot, found)
  return fieldChanges(withoutLeeway(target.form), withoutLeeway(live.form), { withValues: true })
}

const liveForms = new WeakMap<Service, KnownForm & { networks: Snapshot['network'] }>()

/** A network may be heard of later than the service that joins it, so the form is made again when networks change. */
function liveKnownForm(snapshot: Snapshot, service: Service): KnownForm {
  const known = liveForms.get(service)
  if (known?.networks === snapshot.network) return known
  const made = { networks: snapshot.network, ...knownForm(comparableForm(service.Spec, liveForm(snapshot))) }
  liveForms.set(service, made)
  return made
}

function knownForm(form: ServiceSpec): KnownForm {
  return { form, text: canonicalJson(withoutLeeway(form)) }
}

function withoutLeeway(form: ServiceSpec): ServiceSpec {
  const { ForceUpdate: _force, Placement, Resources, ...template } = form.TaskTemplate
  const { Platforms: _platforms, ...placement } = Placement ?? {}
  return { ...form, TaskTemplate: { ...template, Placement: placement, Resources: withoutEmpty(Resources) } }
}

/** `docker service update --limit-memory` writes empty reservations beside the limit, which ask for nothing. */
function withoutEmpty(resources: ServiceSpec['TaskTemplate']['Resources']): typeof resources {
  const filled = Object.entries(resources ?? {}).filter(([, asked]) => Object.keys(asked ?? {}).length > 0)
  return filled.length === 0 ? undefined : Object.fromEntries(filled)
}
