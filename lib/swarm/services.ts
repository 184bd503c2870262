import type { ServiceRow, UpdateView } from '@/lib/contract/services'
import { engineTime } from './engine-time'
import type { Service } from './engine-types'
import { serviceStanding } from './health/service-standing'
import { type Snapshot, stackOf } from './snapshot'
import { imageOf } from './spec/image'
import { modeOf } from './spec/mode'
import { portsOf } from './spec/ports'

/**
 * By name. `now` decides what is recent (a restart, a start), so rows that say `working` or `attention` may change by
 * time alone.
 */
export function serviceRows(snapshot: Snapshot, now: number = Date.now()): ServiceRow[] {
  return [...snapshot.service.values()].map((service) => serviceRow(snapshot, service, now)).sort(byName)
}

/** Costs O(the service's tasks). */
export function serviceRow(snapshot: Snapshot, service: Service, now: number = Date.now()): ServiceRow {
  const { Spec } = service
  return {
    id: Spec.Name,
    serviceId: service.ID,
    name: Spec.Name,
    stack: stackOf(Spec.Labels),
    mode: modeOf(Spec),
    image: imageOf(Spec.TaskTemplate.ContainerSpec?.Image),
    ...serviceStanding(snapshot, service, now),
    update: updateOf(service),
    ports: portsOf(service),
    updatedAt: engineTime(service.UpdatedAt) ?? 0,
  }
}

export function isUpdating(service: ServiceRow): boolean {
  return service.update?.state === 'updating' || service.update?.state === 'rollback_started'
}

/** The engine keeps the status of the last update for ever; null when there never was one. */
function updateOf({ UpdateStatus: status }: Service): UpdateView | null {
  if (!status?.State) return null
  return {
    state: status.State,
    message: status.Message ?? '',
    startedAt: engineTime(status.StartedAt),
    completedAt: engineTime(status.CompletedAt),
  }
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1
}
