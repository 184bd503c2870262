import type { DataObjectKind, Usage } from '@/lib/contract/data-objects'
import { addTo } from './add-to'
import type { Service, Task } from './engine-types'
import { type Snapshot, stackOf } from './snapshot'
import { referencesOf } from './spec/references'
import { isAlive } from './tasks'

type Index = { tasks: Snapshot['tasksByService']; usages: Record<DataObjectKind, Map<string, Usage[]>> }

/** One reverse index for each state of services and tasks: to answer for one object must not mean to walk all services. */
const indexes = new WeakMap<Snapshot['service'], Index>()

/** Which objects the living tasks of a service hold. The reducer keeps the array while nothing in it changes. */
const heldByTasks = new WeakMap<readonly Task[], Record<DataObjectKind, Set<string>>>()

/**
 * Who needs a config or secret, by the engine's id of it, sorted by service. A service is listed once for its strongest
 * claim: its spec; else its previous spec, which a rollback would bring back, although the engine would let the object be
 * deleted; else a task that still lives.
 */
export function usagesOf(snapshot: Snapshot, kind: DataObjectKind, objectId: string): Usage[] {
  const known = indexes.get(snapshot.service)
  if (known?.tasks === snapshot.tasksByService) return known.usages[kind].get(objectId) ?? []
  const usages = { config: indexOf(snapshot, 'config'), secret: indexOf(snapshot, 'secret') }
  indexes.set(snapshot.service, { tasks: snapshot.tasksByService, usages })
  return usages[kind].get(objectId) ?? []
}

function indexOf(snapshot: Snapshot, kind: DataObjectKind): Map<string, Usage[]> {
  const index = new Map<string, Usage[]>()
  const services = [...snapshot.service.values()].sort((a, b) => (a.Spec.Name < b.Spec.Name ? -1 : 1))
  for (const service of services) {
    for (const [objectId, usages] of claimsOf(snapshot, service, kind)) {
      addTo(index, objectId, ...usages)
    }
  }
  return index
}

function claimsOf(snapshot: Snapshot, service: Service, kind: DataObjectKind): Map<string, Usage[]> {
  const claims = new Map<string, Usage[]>()
  const user = { serviceName: service.Spec.Name, serviceId: service.ID, stack: stackOf(service.Spec.Labels) }
  for (const by of ['spec', 'previous'] as const) {
    const spec = by === 'spec' ? service.Spec : service.PreviousSpec
    const references = spec ? referencesOf(kind, spec.TaskTemplate) : []
    for (const { id, target, uid, gid, mode } of references) {
      const known = claims.get(id) ?? []
      // The same object may be mounted at several paths, but a weaker claim adds nothing.
      if (known.some((usage) => usage.by !== by)) continue
      claims.set(id, [...known, { ...user, target: target || null, uid, gid, mode, by }])
    }
  }
  for (const id of idsOfTasks(snapshot.tasksByService.get(service.ID) ?? [])[kind]) {
    if (!claims.has(id)) claims.set(id, [{ ...user, target: null, uid: null, gid: null, mode: null, by: 'task' }])
  }
  return claims
}

function idsOfTasks(tasks: readonly Task[]): Record<DataObjectKind, Set<string>> {
  const known = heldByTasks.get(tasks)
  if (known) return known
  const containers = tasks.filter(isAlive).map((task) => task.Spec.ContainerSpec)
  const held = {
    config: new Set(containers.flatMap((container) => (container?.Configs ?? []).map((one) => one.ConfigID))),
    secret: new Set(containers.flatMap((container) => (container?.Secrets ?? []).map((one) => one.SecretID))),
  }
  heldByTasks.set(tasks, held)
  return held
}
