import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { ConfigReference, ContainerSpec, FileTarget, SecretReference, ServiceSpec } from '@/lib/swarm/engine-types'
import type { Referring } from '@/lib/swarm/spec/references'
import type { KindName, StepOf } from './plan'

type References = Pick<ContainerSpec, 'Configs' | 'Secrets'>

/** A file that comes from a config is to come from a secret, or the other way round. */
export type MoveReference = Pick<StepOf<'move-reference'>, 'action' | 'from' | 'to' | 'targets'>

/** Whether the object is among the references: by its id where that is known, else by its name. */
export function isUsed(template: Referring, { kind, id, name }: KindName): boolean {
  const { Configs, Secrets } = template.ContainerSpec ?? {}
  if (kind === 'config')
    return (Configs ?? []).some((it) => (id === null ? it.ConfigName === name : it.ConfigID === id))
  return (Secrets ?? []).some((it) => (id === null ? it.SecretName === name : it.SecretID === id))
}

/**
 * The whole spec with the files moved: their paths in the container, owners and modes stay, and so does every field that
 * we do not know. The engine puts a bare name of a config below `/`, and one of a secret below `/run/secrets`.
 */
export function moveReference(spec: ServiceSpec, { from, to, targets }: MoveReference): ServiceSpec {
  const container = spec.TaskTemplate.ContainerSpec ?? {}
  const files = filesOf(container, from).map((file) => fileFor(to.kind, file, targets))
  const left = withoutReference(container, from)
  return { ...spec, TaskTemplate: { ...spec.TaskTemplate, ContainerSpec: withReferences(left, to, files) } }
}

/** The container without what the move is about: whatever else differs was not planned. */
export function withoutReference<C extends References>(container: C, { kind, id, name }: KindName): C {
  if (kind === 'config') {
    const isOther = (it: ConfigReference) => (id === null ? it.ConfigName !== name : it.ConfigID !== id)
    return { ...container, Configs: (container.Configs ?? []).filter(isOther) }
  }
  const isOther = (it: SecretReference) => (id === null ? it.SecretName !== name : it.SecretID !== id)
  return { ...container, Secrets: (container.Secrets ?? []).filter(isOther) }
}

function filesOf(container: ContainerSpec, from: KindName): FileTarget[] {
  if (from.kind === 'config') {
    const used = (container.Configs ?? []).filter((it) => isUsed({ ContainerSpec: { Configs: [it] } }, from))
    return used.flatMap(({ File }) => File ?? [])
  }
  const used = (container.Secrets ?? []).filter((it) => isUsed({ ContainerSpec: { Secrets: [it] } }, from))
  return used.flatMap(({ File }) => File ?? [])
}

function withReferences(container: ContainerSpec, { kind, id, name }: KindName, files: FileTarget[]): ContainerSpec {
  if (kind === 'secret') {
    const added = files.map((File) => ({ SecretID: id ?? '', SecretName: name, File }))
    return { ...container, Secrets: [...(container.Secrets ?? []), ...added] }
  }
  const added = files.map((File) => ({ ConfigID: id ?? '', ConfigName: name, File }))
  return { ...container, Configs: [...(container.Configs ?? []), ...added] }
}

/** On the way back a config gets the name that it had, which may have been a bare one. */
function fileFor(kind: DataObjectKind, file: FileTarget, targets: readonly string[]): FileTarget {
  const absolute = absoluteTarget(file.Name)
  if (kind === 'secret') return { ...file, Name: absolute }
  return { ...file, Name: targets.find((target) => absoluteTarget(target) === absolute) ?? absolute }
}

export function absoluteTarget(target: string): string {
  return target.startsWith('/') ? target : `/${target}`
}
