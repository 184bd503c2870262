import type { DataObjectKind } from '@/lib/contract/data-objects'
import { AppError } from '@/lib/errors/app-error'
import type { ObjectName, UpdateStep } from '@/lib/plan/plan'
import { updateStep } from '@/lib/plan/update-step'
import type { Config, Secret, Service } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { usagesOf } from '@/lib/swarm/usages'
import { familyLabel, versionsOf } from './family'

type DataObject = Config | Secret

/** A service whose spec uses one version of a family, or several of them at different paths. */
export type FamilyUser = { service: Service; versions: DataObject[] }

/** The services whose spec uses any version of the family, by name. */
export function familyUsers(snapshot: Snapshot, kind: DataObjectKind, family: string): FamilyUser[] {
  const users = new Map<string, FamilyUser>()
  const objects: Iterable<DataObject> = snapshot[kind].values()
  for (const version of versionsOf(objects, family)) {
    for (const serviceId of idsOfUsers(snapshot, kind, version)) {
      const service = snapshot.service.get(serviceId)
      if (!service) continue
      const user = users.get(serviceId) ?? { service, versions: [] }
      user.versions.push(version)
      users.set(serviceId, user)
    }
  }
  return [...users.values()].sort((a, b) => (a.service.Spec.Name < b.service.Spec.Name ? -1 : 1))
}

function idsOfUsers(snapshot: Snapshot, kind: DataObjectKind, version: DataObject): Set<string> {
  const usages = usagesOf(snapshot, kind, version.ID).filter((usage) => usage.by === 'spec')
  return new Set(usages.map((usage) => usage.serviceId))
}

/** Those that use the given version or one that its label puts into the family: a name alone may mean something else. */
export function certainUsers(users: FamilyUser[], version: DataObject): FamilyUser[] {
  const isCertain = (other: DataObject) => other.ID === version.ID || Boolean(other.Spec.Labels?.[familyLabel])
  return users.flatMap(({ service, versions }) => {
    const certain = versions.filter(isCertain)
    return certain.length > 0 ? [{ service, versions: certain }] : []
  })
}

export function chooseUsers(users: FamilyUser[], serviceIds: readonly string[]): FamilyUser[] {
  return [...new Set(serviceIds)].map((serviceId) => {
    const user = users.find(({ service }) => service.ID === serviceId)
    if (!user) throw new AppError('invalid_input', { fields: ['serviceIds'], reasons: ['not_a_user'], id: serviceId })
    return user
  })
}

export function withoutChosen(users: FamilyUser[], chosen: FamilyUser[]): FamilyUser[] {
  return users.filter((user) => !chosen.some(({ service }) => service.ID === user.service.ID))
}

type Pointing = { kind: DataObjectKind; user: FamilyUser; to: ObjectName }

/** One step for each version that the service uses; the one that it is pointed at needs none. */
export function pointAt(snapshot: Snapshot, { kind, user, to }: Pointing): UpdateStep[] {
  return user.versions
    .filter((version) => version.ID !== to.id)
    .map((version) =>
      updateStep(snapshot, user.service, {
        action: 'replace-reference',
        kind,
        from: { name: version.Spec.Name, id: version.ID },
        to,
      }),
    )
}
