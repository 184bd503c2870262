import type { ServiceBody } from '@/lib/compose/convert/bodies'
import type { Drift } from '@/lib/contract/deploy'
import { canonicalJson } from '@/lib/plan/digest'
import { comparableForm } from '@/lib/plan/spec-form'
import { engineTime } from '@/lib/swarm/engine-time'
import type { Service, ServiceSpec } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { modeOf, replicasOf } from '@/lib/swarm/spec/mode'
import { liveForm, sentForm } from './deploy-context'
import { fieldChanges } from './field-changes'
import { liveServices } from './live-services'

/** What the services of a revision are stored as, by name. Made once, and kept for as long as the revision is the last. */
export type DriftBaseline = ReadonlyMap<string, KnownForm>

/** A stored form, and what is compared of it as a text. */
type KnownForm = { form: ServiceSpec; text: string }

export function driftBaseline(services: readonly ServiceBody[], apiVersion: string): DriftBaseline {
  const context = sentForm(apiVersion)
  return new Map(services.map((body) => [body.Name, knownForm(comparableForm(body, context))]))
}

type Options = {
  /** Also where only the number of replicas is another one, which is mostly meant to be. */
  withReplicas?: boolean
}

/**
 * How a stack stands to its last revision, `before` being the revision's value and `after` the live one. What a person
 * does to tasks rather than to the service is none: a forced update, and the platforms that a registry told. Costs the
 * work for one service whenever one has changed, since a live form is kept with its service.
 */
export function driftOf(
  snapshot: Snapshot,
  stack: string,
  baseline: DriftBaseline | null,
  options: Options = {},
): Drift {
  if (!baseline) return { state: 'unknown', since: null, services: [] }
  const live = liveServices(snapshot, stack)
  const drifted = [...baseline].flatMap((entry) => driftOfService(snapshot, entry, live.get(entry[0]), options))
  const extra = [...live.keys()].filter((name) => !baseline.has(name)).toSorted()
  const services = [...drifted, ...extra.map((name) => ({ name, verdict: 'extra' as const, changes: [] }))]
  if (services.length === 0) return { state: 'in_sync', since: null, services: [] }
  const times = services.flatMap(({ name }) => engineTime(live.get(name)?.UpdatedAt) ?? [])
  return { state: 'drifted', since: times.length > 0 ? Math.min(...times) : null, services }
}

type ServiceDrift = Drift['services'][number]

function driftOfService(
  snapshot: Snapshot,
  [name, target]: [string, KnownForm],
  service: Service | undefined,
  { withReplicas = false }: Options,
): ServiceDrift[] {
  if (!service) return [{ name, verdict: 'missing', changes: [] }]
  const live = liveKnownForm(snapshot, service)
  const areReplicas = withReplicas && replicasOf(target.form) !== replicasOf(live.form)
  if (live.text === target.text && !areReplicas) return []
  const wanted = withReplicas ? target.form : withReplicasOf(target.form, live.form)
  const changes = fieldChanges(withoutLeeway(wanted), withoutLeeway(live.form))
  return [{ name, verdict: 'changed', changes }]
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
  const compared = withoutLeeway(form)
  const Mode = modeOf(form) === 'replicated' ? 'replicated' : form.Mode
  return { form, text: canonicalJson({ ...compared, Mode }) }
}

function withReplicasOf(target: ServiceSpec, live: ServiceSpec): ServiceSpec {
  const areReplicated = modeOf(target) === 'replicated' && modeOf(live) === 'replicated'
  return areReplicated ? { ...target, Mode: live.Mode ?? {} } : target
}

function withoutLeeway(form: ServiceSpec): ServiceSpec {
  const { ForceUpdate: _force, Placement, ...template } = form.TaskTemplate
  const { Platforms: _platforms, ...placement } = Placement ?? {}
  return { ...form, TaskTemplate: { ...template, Placement: placement } }
}
