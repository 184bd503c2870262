import type { Reason } from '@/lib/contract/reason'
import type { ServiceRow } from '@/lib/contract/services'
import type { StackRow } from '@/lib/contract/stacks'
import { worstFirst } from './health/standing'
import { isUpdating, serviceRow } from './services'
import type { Snapshot } from './snapshot'

/** By name. The services that belong to no stack make a row of their own, whose name is empty, at the end. */
export function stackRows(snapshot: Snapshot, now: number = Date.now()): StackRow[] {
  return [...snapshot.servicesByStack.keys()]
    .sort(byName)
    .map((name) => stackRow(snapshot, name, now))
    .filter((row) => row !== null)
}

/** Null when no service has the stack's label, which is what the CLI calls a stack. Costs O(the stack's tasks). */
export function stackRow(snapshot: Snapshot, name: string, now: number = Date.now()): StackRow | null {
  const services = snapshot.servicesByStack.get(name) ?? []
  if (services.length === 0) return null
  return rowOf(
    name,
    services.map((service) => serviceRow(snapshot, service, now)),
  )
}

/** The stack's row from those of its services. */
export function rowOf(name: string, services: readonly ServiceRow[]): StackRow {
  const worst = services.toSorted(worstFirst)[0]
  return {
    id: name,
    name,
    health: worst?.health ?? 'stopped',
    reason: worst ? reasonOf(worst) : null,
    services: services.length,
    servicesRunning: services.filter((service) => isServed(service)).length,
    desiredTasks: services.reduce((sum, service) => sum + service.desiredTasks, 0),
    runningTasks: services.reduce((sum, service) => sum + service.runningTasks, 0),
    // What was deployed is no part of the snapshot; the live topics put it in.
    drift: 'unknown',
    behind: [],
    updating: services.filter(isUpdating).map((service) => service.name),
    updatedAt: Math.max(0, ...services.map((service) => service.updatedAt)),
  }
}

function isServed(service: ServiceRow): boolean {
  return service.desiredTasks > 0 && service.runningTasks >= service.desiredTasks
}

function byName(a: string, b: string): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '')
  return a < b ? -1 : 1
}

/** The worst service's own reason, with its name beside. */
function reasonOf(worst: ServiceRow): Reason | null {
  if (!worst.reason) return null
  return { code: worst.reason.code, params: { ...worst.reason.params, service: worst.name } }
}
