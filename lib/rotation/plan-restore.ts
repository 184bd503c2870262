import type { DataObjectKind } from '@/lib/contract/data-objects'
import { AppError } from '@/lib/errors/app-error'
import type { Plan } from '@/lib/plan/plan'
import type { Config, Secret } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { familyOf } from './family'
import { certainUsers, chooseUsers, familyUsers, pointAt, withoutChosen } from './family-users'
import { type RolloutWish, rolloutOf, withHolds } from './rollout/rollout'
import { rotationNotes } from './rotation-notes'

type Wish = { kind: DataObjectKind; versionId: string; serviceIds?: readonly string[]; rollout?: RolloutWish }

/**
 * Plans the way to a version that exists already: a rotation that makes nothing. Services that use it stay as they are.
 * Without `serviceIds` all move that use the version in use now, or another one that is surely of the family.
 */
export function planRestore(snapshot: Snapshot, { kind, versionId, serviceIds, rollout: wish }: Wish): Plan {
  const version: Config | Secret | undefined = snapshot[kind].get(versionId)
  if (!version) throw new AppError('not_found', { kind, id: versionId })
  const users = familyUsers(snapshot, kind, familyOf(version.Spec))
  const others = users.filter((user) => user.versions.some((used) => used.ID !== versionId))
  const present = others[0]?.versions.at(-1) ?? version
  const chosen = serviceIds ? chooseUsers(others, serviceIds) : certainUsers(others, present)
  const to = { name: version.Spec.Name, id: versionId }
  const updates = chosen.flatMap((user) => pointAt(snapshot, { kind, user, to }))
  if (updates.length === 0) throw new AppError('nothing_to_do', { kind, name: version.Spec.Name })
  const there = users.filter((user) => !others.includes(user)).map(({ service }) => service.Spec.Name)
  const rollout = rolloutOf(wish)
  return {
    schema: 1,
    swarmId: snapshot.swarmId,
    title: {
      code: kind === 'config' ? 'restore-config' : 'restore-secret',
      params: { name: familyOf(version.Spec), successor: version.Spec.Name },
    },
    steps: withHolds(updates, wish),
    notes: [
      ...rotationNotes({
        chosen: chosen.map(({ service }) => service),
        staying: withoutChosen(others, chosen).map(({ service }) => service),
        onOthers: [],
        updates,
        isSameContent: false,
      }),
      ...(there.length > 0 ? [{ code: 'already_there' as const, params: { services: there } }] : []),
    ],
    undoes: null,
    ...(rollout && { rollout }),
  }
}
