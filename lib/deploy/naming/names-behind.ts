import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { Moved } from '@/lib/contract/stack-files'
import { liveServices } from '@/lib/deploy/live-services'
import { familyOf, replacesLabel } from '@/lib/rotation/family'
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

function behindOf(snapshot: Snapshot, { service: { Spec, PreviousSpec }, kind, known }: Question): Moved[] {
  const before = referencesOf(kind, PreviousSpec?.TaskTemplate ?? {})
  return referencesOf(kind, Spec.TaskTemplate).flatMap(({ id, name, target }) => {
    const version: Config | Secret | undefined = snapshot[kind].get(id)
    const replaced = version?.Spec.Labels?.[replacesLabel]
    if (!version || !replaced || known?.[kind].includes(name)) return []
    const previous = before.find((one) => one.target === target)?.name ?? null
    const moved = { kind, serviceName: Spec.Name, to: name }
    if (known) return { ...moved, from: previous && previous !== name ? previous : replaced }
    if (previous === null || !PreviousSpec) return []
    if (previous === name) return isOfDeployment(PreviousSpec, Spec) ? [] : { ...moved, from: replaced }
    return isOfFamily(snapshot, kind, previous, version.Spec) ? { ...moved, from: previous } : []
  })
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
