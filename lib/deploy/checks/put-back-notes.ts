import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { Reason } from '@/lib/contract/reason'
import type { ServiceNoteCode } from '@/lib/deploy/codes'
import { familyOf, movedFromLabel } from '@/lib/rotation/family'
import { engineTime } from '@/lib/swarm/engine-time'
import type { Config, Secret, ServiceSpec } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { type Referring, referencesOf } from '@/lib/swarm/spec/references'

type Note = Reason & { code: ServiceNoteCode }

/** What was rotated since, and would be on an earlier version again: mostly a file that nobody has brought up to date. */
export function putBackNotes(snapshot: Snapshot, before: ServiceSpec, after: ServiceSpec): Note[] {
  return putBacks(snapshot, before.TaskTemplate, after.TaskTemplate).map(({ kind, name, now }) => ({
    code: 'puts_back' as const,
    params: { kind, name, now },
  }))
}

/** `into`: the kind of what is there now, where a config was moved to a secret. */
export type PutBack = { kind: DataObjectKind; name: string; now: string; into?: DataObjectKind }

export function putBacks(snapshot: Snapshot, before: Referring, after: Referring): PutBack[] {
  return [...earlierVersions(snapshot, before, after), ...configsOfSecrets(snapshot, before, after)]
}

function configsOfSecrets(snapshot: Snapshot, before: Referring, after: Referring): PutBack[] {
  const wanted = referencesOf('config', after)
  return referencesOf('secret', before).flatMap(({ id, name: now, target }) => {
    const name = snapshot.secret.get(id)?.Spec.Labels?.[movedFromLabel]
    const isBack = wanted.some((config) => config.target === target && config.name === name)
    return name && isBack ? [{ kind: 'config' as const, name, now, into: 'secret' as const }] : []
  })
}

function earlierVersions(snapshot: Snapshot, before: Referring, after: Referring): PutBack[] {
  return (['config', 'secret'] as const).flatMap((kind) => {
    const wanted = referencesOf(kind, after)
    return referencesOf(kind, before).flatMap((present) => {
      const next = wanted.find(({ target }) => target === present.target)
      if (!next || next.name === present.name || !isEarlier(snapshot, kind, next.name, present.name)) return []
      return [{ kind, name: next.name, now: present.name }]
    })
  })
}

function isEarlier(snapshot: Snapshot, kind: DataObjectKind, name: string, than: string): boolean {
  const objects: (Config | Secret)[] = [...snapshot[kind].values()]
  const [one, other] = [name, than].map((wanted) => objects.find(({ Spec }) => Spec.Name === wanted))
  if (!one || !other || familyOf(one.Spec) !== familyOf(other.Spec)) return false
  return (engineTime(one.CreatedAt) ?? 0) < (engineTime(other.CreatedAt) ?? 0)
}
