import type { Service } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'

/** The services that have the stack's label, by name. Others of such a name are not the stack's. */
export function liveServices(snapshot: Snapshot, stack: string): ReadonlyMap<string, Service> {
  const services = snapshot.servicesByStack.get(stack) ?? []
  return new Map(services.map((service) => [service.Spec.Name, service]))
}

/** What a service is called in the file. */
export function serviceKey(stack: string, serviceName: string): string {
  const prefix = `${stack}_`
  return serviceName.startsWith(prefix) ? serviceName.slice(prefix.length) : serviceName
}
