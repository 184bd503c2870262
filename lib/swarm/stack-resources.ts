import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { Reason } from '@/lib/contract/reason'
import type { ResourceKind, StackResource } from '@/lib/contract/stacks'
import type { Service } from './engine-types'
import { findNetwork, isPredefined, networkTargets, networkUsers, usesIngress } from './networks'
import { type Snapshot, stackOf } from './snapshot'
import { referencesOf } from './spec/references'
import { usagesOf } from './usages'
import { mayLoseData, namedVolumes, volumeRow } from './volumes'

type Labelled = { Labels?: Record<string, string> | null }

/**
 * What the stack's services use, and what carries the stack's label whether used or not. Says of each who owns it, and
 * what `docker stack rm` does to it: it removes what has the label, but never a volume, and fails for what another stack
 * still uses (docker/cli, cli/command/stack/swarm/remove.go).
 */
export function stackResources(snapshot: Snapshot, stack: string): StackResource[] {
  const services = snapshot.servicesByStack.get(stack) ?? []
  return [
    ...networks(snapshot, stack, services),
    ...volumes(snapshot, stack, services),
    ...dataObjects(snapshot, stack, services, 'config'),
    ...dataObjects(snapshot, stack, services, 'secret'),
  ]
}

function networks(snapshot: Snapshot, stack: string, services: readonly Service[]): StackResource[] {
  const targets = new Set(services.flatMap(networkTargets))
  for (const network of snapshot.network.values()) {
    const isOwn = stackOf(network.Labels) === stack
    if (isOwn || (network.Ingress && services.some(usesIngress))) targets.add(network.Id)
  }
  return sorted(
    [...targets].map((target) => {
      const network = findNetwork(snapshot, target)
      // A network in use cannot be removed, so one that is in no list is predefined: `host` or `bridge`.
      if (!network)
        return resource('network', {
          name: target,
          id: null,
          users: namesOf(services, networkTargets, target),
          services,
          isOwn: false,
          notes: [{ code: 'predefined' }],
        })
      const users = networkUsers(snapshot, network)
      const notes = [
        ...(network.Ingress ? [{ code: 'ingress' }] : []),
        ...(isPredefined(network) ? [{ code: 'predefined' }] : []),
      ]
      return resource('network', {
        name: network.Name,
        id: network.Id,
        users,
        services,
        isOwn: isLabelled(network, stack),
        notes,
      })
    }),
  )
}

function volumes(snapshot: Snapshot, stack: string, services: readonly Service[]): StackResource[] {
  const names = new Set(services.flatMap(namedVolumes).map((mount) => mount.Source ?? ''))
  return sorted(
    [...names].map((name) => {
      const row = volumeRow(snapshot, name)
      const notes = mayLoseData(snapshot, name) ? [{ code: 'local_volume_unpinned' }] : []
      return resource('volume', {
        name,
        id: null,
        users: row?.usedBy ?? [],
        services,
        isOwn: row?.stack === stack,
        notes,
      })
    }),
  )
}

function dataObjects(
  snapshot: Snapshot,
  stack: string,
  services: readonly Service[],
  kind: DataObjectKind,
): StackResource[] {
  const nameById = new Map<string, string>()
  for (const service of services) {
    for (const reference of referencesOf(kind, service.Spec.TaskTemplate)) nameById.set(reference.id, reference.name)
  }
  for (const object of snapshot[kind].values()) {
    if (stackOf(object.Spec.Labels) === stack) nameById.set(object.ID, object.Spec.Name)
  }
  return sorted(
    [...nameById].map(([id, name]) => {
      const object = snapshot[kind].get(id)
      const usages = usagesOf(snapshot, kind, id)
      const users = usages.filter((usage) => usage.by === 'spec').map((usage) => usage.serviceName)
      const isForRollback = users.length === 0 && usages.length > 0
      const notes = object ? (isForRollback ? [{ code: 'kept_for_rollback' }] : []) : [{ code: 'missing' }]
      const isOwn = object !== undefined && isLabelled(object.Spec, stack)
      return resource(kind, { name, id: object ? id : null, users: [...new Set(users)], services, isOwn, notes })
    }),
  )
}

type Facts = {
  name: string
  id: string | null
  users: string[]
  services: readonly Service[]
  isOwn: boolean
  notes: Reason[]
}

function resource(kind: ResourceKind, { name, id, users, services, isOwn, notes }: Facts): StackResource {
  const own = new Set(services.map((service) => service.Spec.Name))
  const usedBy = users.filter((user) => own.has(user))
  const usedOutside = users.filter((user) => !own.has(user))
  const isHeld = isOwn && kind !== 'volume' && usedOutside.length > 0
  return {
    kind,
    name,
    id,
    owner: isOwn ? 'stack' : 'outside',
    onRemoval: isOwn && kind !== 'volume' && !isHeld ? 'removed' : 'stays',
    usedBy,
    usedOutside,
    notes: [
      ...notes,
      ...(isHeld ? [{ code: 'held_by_others', params: { services: usedOutside } }] : []),
      ...(users.length === 0 && notes.length === 0 ? [{ code: 'unused' }] : []),
    ],
  }
}

function isLabelled(object: Labelled, stack: string): boolean {
  return stackOf(object.Labels) === stack
}

function namesOf(services: readonly Service[], targetsOf: (service: Service) => string[], target: string): string[] {
  return services.filter((service) => targetsOf(service).includes(target)).map((service) => service.Spec.Name)
}

function sorted(resources: StackResource[]): StackResource[] {
  return resources.sort((a, b) => (a.name < b.name ? -1 : 1))
}
