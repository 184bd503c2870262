import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { Config, Secret, Service } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { referencesOf } from '@/lib/swarm/spec/references'
import { familyLabel, familyOf } from './family'

/**
 * Where a name is not enough to tell. `join`: a service had one object at a path and now has the other there, but their
 * names do not show that they are versions of one thing. `split`: the names look like versions, but a service uses both
 * at once. A person says once which it is, and labels on the objects keep the answer.
 */
export type FamilyDoubt = {
  kind: DataObjectKind
  question: 'join' | 'split'
  /** The object in use now, and the other one. */
  name: string
  other: string
  serviceName: string
  target: string
}

type Use = { name: string; target: string; isLabelled: boolean; family: string }

export function familyDoubts(snapshot: Snapshot, kind: DataObjectKind): FamilyDoubt[] {
  const doubts = new Map<string, FamilyDoubt>()
  for (const service of snapshot.service.values()) {
    for (const doubt of doubtsOf(snapshot, kind, service)) {
      const key = [doubt.question, ...[doubt.name, doubt.other].sort()].join(' ')
      if (!doubts.has(key)) doubts.set(key, doubt)
    }
  }
  return [...doubts.values()].sort((a, b) => (a.name + a.other < b.name + b.other ? -1 : 1))
}

function doubtsOf(snapshot: Snapshot, kind: DataObjectKind, { Spec, PreviousSpec }: Service): FamilyDoubt[] {
  const now = usesOf(snapshot, kind, Spec)
  const before = PreviousSpec ? usesOf(snapshot, kind, PreviousSpec) : []
  const serviceName = Spec.Name
  const joins = now.flatMap((use) =>
    before
      .filter((old) => old.target === use.target && old.family !== use.family && isOpen(old, use))
      .map((old) => ({
        kind,
        question: 'join' as const,
        name: use.name,
        other: old.name,
        serviceName,
        target: use.target,
      })),
  )
  const splits = now.flatMap((use, index) =>
    now
      .slice(index + 1)
      .filter((two) => two.family === use.family && two.name !== use.name && isOpen(two, use))
      .map((two) => ({
        kind,
        question: 'split' as const,
        name: use.name,
        other: two.name,
        serviceName,
        target: two.target,
      })),
  )
  return [...joins, ...splits]
}

/** Once both have a label, somebody has answered. */
const isOpen = (a: Use, b: Use) => !(a.isLabelled && b.isLabelled)

function usesOf(snapshot: Snapshot, kind: DataObjectKind, spec: Service['Spec']): Use[] {
  return referencesOf(kind, spec.TaskTemplate).flatMap(({ id, target }) => {
    const object: Config | Secret | undefined = snapshot[kind].get(id)
    if (!object || target === '') return []
    const isLabelled = Boolean(object.Spec.Labels?.[familyLabel])
    return [{ name: object.Spec.Name, target, isLabelled, family: familyOf(object.Spec) }]
  })
}
