import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { Annotations, ConfigReference, Driver, SecretReference } from '@/lib/swarm/engine-types'
import { isOwn, type LiveStack } from './live-stack'

/** A secret or config, with what services say of it. */
export type DataObject = {
  id: string
  name: string
  /** Null for one that is not in the swarm any more. */
  spec: (Annotations & { Driver?: Driver; Templating?: Driver }) | null
  targets: Set<string>
  isCredentialSpec: boolean
}

type Reference = { id: string; name: string; target: string | null }

/** What services use, by the names that they have for it, and what carries the stack's label. */
export function collectDataObjects(kind: DataObjectKind, stack: LiveStack): DataObject[] {
  const objects = new Map<string, DataObject>()
  const take = (id: string, name: string): DataObject => {
    const known = objects.get(name)
    if (known) return known
    const spec = stack.snapshot[kind].get(id)?.Spec ?? null
    const object = { id, name, spec, targets: new Set<string>(), isCredentialSpec: false }
    objects.set(name, object)
    return object
  }
  for (const { id, name, target } of referencesOf(kind, stack)) {
    const object = take(id, name)
    if (target === null) object.isCredentialSpec = true
    else object.targets.add(target)
  }
  for (const { ID, Spec } of stack.snapshot[kind].values()) if (isOwn(stack, Spec.Labels)) take(ID, Spec.Name)
  return [...objects.values()]
}

function referencesOf(kind: DataObjectKind, { services }: LiveStack): Reference[] {
  return services.flatMap(({ TaskTemplate: { ContainerSpec } }) =>
    kind === 'secret'
      ? (ContainerSpec?.Secrets ?? []).map(secretReference)
      : (ContainerSpec?.Configs ?? []).map(configReference),
  )
}

function secretReference({ SecretID, SecretName, File }: SecretReference): Reference {
  return { id: SecretID, name: SecretName, target: File?.Name ?? '' }
}

/** One without a file is a credential spec. */
function configReference({ ConfigID, ConfigName, File, Runtime }: ConfigReference): Reference {
  return { id: ConfigID, name: ConfigName, target: Runtime && !File ? null : (File?.Name ?? '') }
}
