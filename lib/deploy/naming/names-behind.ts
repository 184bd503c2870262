import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { Moved } from '@/lib/contract/stack-files'
import { liveServices } from '@/lib/deploy/live-services'
import { familyOf, movedFromLabel, movedVariableLabel, replacesLabel } from '@/lib/rotation/family'
import type { Annotations, Config, Secret, Service, ServiceSpec } from '@/lib/swarm/engine-types'
import { isSameJson } from '@/lib/swarm/same-json'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { referencesOf } from '@/lib/swarm/spec/references'

/** Names that a file has, where one is known. */
export type KnownNames = Record<DataObjectKind, readonly string[]>

/**
 * The references of a stack's services that its file does not name yet. Where the file is not known, the swarm tells: a
 * version that a rotation made, and no deployment since. All of it is read from objects and specs, so it outlives us.
 */
export function namesBehind(snapshot: Snapshot, stack: string, known: KnownNames | null): Moved[] {
  return [...liveServices(snapshot, stack).values()].flatMap((service) =>
    (['config', 'secret'] as const).flatMap((kind) => behindOf(snapshot, { service, kind, known })),
  )
}

type Question = { service: Service; kind: DataObjectKind; known: KnownNames | null }

function behindOf(snapshot: Snapshot, question: Question): Moved[] {
  const { service, kind, known } = question
  return referencesOf(kind, service.Spec.TaskTemplate).flatMap((reference) => {
    const version: Config | Secret | undefined = snapshot[kind].get(reference.id)
    if (!version || known?.[kind].includes(reference.name)) return []
    const from = replacedBy(snapshot, question, { version, target: reference.target })
    const moved = { serviceName: service.Spec.Name, to: reference.name }
    if (from !== null) return { kind, ...moved, from }
    const source = sourceOf(service, version)
    return source && isSourceBehind(question, reference.name) ? { ...moved, ...source } : []
  })
}

/** What a secret was made of that was something else before: a config, or a variable of this service. */
function sourceOf(
  { Spec }: Service,
  version: Config | Secret,
): Pick<Moved, 'kind' | 'from' | 'into' | 'variable'> | null {
  const { Labels, Name } = version.Spec
  const config = Labels?.[movedFromLabel]
  if (config) return { kind: 'config', into: 'secret', from: config }
  const from = Labels?.[movedVariableLabel]
  const target = `/run/secrets/${Name}`
  const entry = Spec.TaskTemplate.ContainerSpec?.Env?.find((one) => one.endsWith(`=${target}`))
  if (!from || !entry) return null
  const fileName = entry.slice(0, -target.length - 1)
  return { kind: 'secret', from, variable: { fileName, target, isBack: false } }
}

/** The name that the file still has; null where it has this one. */
function replacedBy(
  snapshot: Snapshot,
  { service: { Spec, PreviousSpec }, kind, known }: Question,
  { version, target }: { version: Config | Secret; target: string },
): string | null {
  const replaced = version.Spec.Labels?.[replacesLabel]
  if (!replaced) return null
  const { Name: name } = version.Spec
  const before = referencesOf(kind, PreviousSpec?.TaskTemplate ?? {})
  const previous = before.find((one) => one.target === target)?.name ?? null
  if (known) return previous && previous !== name ? previous : replaced
  if (previous === null || !PreviousSpec) return null
  if (previous === name) return isOfDeployment(PreviousSpec, Spec) ? null : replaced
  return isOfFamily(snapshot, kind, previous, version.Spec) ? previous : null
}

function isSourceBehind({ service: { Spec, PreviousSpec }, kind, known }: Question, name: string): boolean {
  if (known) return true
  if (!PreviousSpec) return false
  const hadIt = referencesOf(kind, PreviousSpec.TaskTemplate).some((one) => one.name === name)
  return !hadIt || !isOfDeployment(PreviousSpec, Spec)
}

/** A previous version may be gone already: then its name alone tells. */
function isOfFamily(snapshot: Snapshot, kind: DataObjectKind, name: string, version: Annotations): boolean {
  const objects: Iterable<Config | Secret> = snapshot[kind].values()
  const spec = [...objects].find(({ Spec }) => Spec.Name === name)?.Spec ?? { Name: name }
  return familyOf(spec) === familyOf(version)
}

/**
 * Whether the last update was one that a deployment makes. The CLI sends every service, also one that stays as it is;
 * scaling, restarting and rotating change one thing each, and say nothing about the file.
 */
function isOfDeployment(before: ServiceSpec, after: ServiceSpec): boolean {
  return isSameJson(before, after) || !isSameJson(withoutOurs(before), withoutOurs(after))
}

function withoutOurs({ Mode, TaskTemplate, ...spec }: ServiceSpec): object {
  const { ForceUpdate: _force, ContainerSpec, ...template } = TaskTemplate
  const { Configs: _configs, Secrets: _secrets, ...container } = ContainerSpec ?? {}
  return { ...spec, isReplicated: Mode?.Replicated !== undefined, template, container }
}
