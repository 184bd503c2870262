import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { Reason } from '@/lib/contract/reason'
import type { Plan } from '@/lib/plan/plan'
import { engineTime } from '@/lib/swarm/engine-time'
import type { Config, Secret } from '@/lib/swarm/engine-types'
import { type Snapshot, stackOf } from '@/lib/swarm/snapshot'
import { usagesOf } from '@/lib/swarm/usages'
import { groupByFamily } from './family'

export const defaultKeptVersions = 3

/** One version of a family: whether it goes, or why it must stay. */
export type VersionVerdict = {
  kind: DataObjectKind
  family: string
  name: string
  id: string
  /** In UTC milliseconds. */
  createdAt: number
  /** Empty for one that goes. `recent`, `in_use`, `rollback`, `task` (with services) or `revision` (with stacks). */
  keptBecause: Reason[]
}

export type CleanUpWish = {
  kinds: readonly DataObjectKind[]
  /** All families where it is left out. */
  families?: readonly string[]
  /** How many of the newest versions of each family stay in any case. */
  keep: number
  /** Stacks whose stored revisions worth rolling back to name the object, by kind and name. */
  neededByRevisions: (kind: DataObjectKind, name: string) => readonly string[]
}

/**
 * Which old versions nothing needs any more. The engine would let one go that a previous spec names, and the rollback
 * would then leave the service down. A family of one version is never touched: it may be unused, but it is not old.
 */
export function cleanUpVerdicts(snapshot: Snapshot, wish: CleanUpWish): VersionVerdict[] {
  return wish.kinds.flatMap((kind) => {
    const objects: Iterable<Config | Secret> = snapshot[kind].values()
    return [...groupByFamily(objects)]
      .filter(([family, versions]) => versions.length > 1 && (wish.families?.includes(family) ?? true))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([family, versions]) =>
        versions.map((version, index) => {
          const isRecent = index >= versions.length - wish.keep
          return verdict(snapshot, { kind, family, version, isRecent, wish })
        }),
      )
  })
}

type Question = {
  kind: DataObjectKind
  family: string
  version: Config | Secret
  isRecent: boolean
  wish: CleanUpWish
}

/** Why a version stays, by who needs it. */
export const needCodes = { spec: 'in_use', previous: 'rollback', task: 'task' } as const

function verdict(snapshot: Snapshot, { kind, family, version, isRecent, wish }: Question): VersionVerdict {
  const { ID: id, Spec } = version
  const usages = usagesOf(snapshot, kind, id)
  const stacks = wish.neededByRevisions(kind, Spec.Name)
  const byUse = (['spec', 'previous', 'task'] as const).flatMap((by) => {
    const services = [...new Set(usages.filter((usage) => usage.by === by).map((usage) => usage.serviceName))]
    return services.length > 0 ? [{ code: needCodes[by], params: { services } }] : []
  })
  const keptBecause: Reason[] = [
    ...byUse,
    ...(stacks.length > 0 ? [{ code: 'revision', params: { stacks: [...stacks] } }] : []),
    ...(isRecent ? [{ code: 'recent', params: { keep: wish.keep } }] : []),
  ]
  return { kind, family, name: Spec.Name, id, createdAt: engineTime(version.CreatedAt) ?? 0, keptBecause }
}

/** The plan that removes all that may go; it has no steps when nothing may. */
export function planCleanUp(snapshot: Snapshot, verdicts: readonly VersionVerdict[]): Plan {
  const leaving = verdicts.filter(({ keptBecause }) => keptBecause.length === 0)
  return {
    schema: 1,
    swarmId: snapshot.swarmId,
    title: { code: 'clean-up', params: { count: leaving.length } },
    steps: leaving.map(({ kind, name, id }) => ({
      action: 'remove-object',
      kind,
      name,
      id,
      stack: stackOf(snapshot[kind].get(id)?.Spec.Labels),
    })),
    notes: [],
    undoes: null,
  }
}
