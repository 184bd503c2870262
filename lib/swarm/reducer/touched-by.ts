import type { DataObjectKind } from '@/lib/contract/data-objects'
import { familyOf } from '@/lib/rotation/family'
import type { Service } from '@/lib/swarm/engine-types'
import { versionNames } from '@/lib/swarm/families'
import { findNetwork, networkTargets, usesIngress } from '@/lib/swarm/networks'
import { isSameJson } from '@/lib/swarm/same-json'
import { type Snapshot, stackOf } from '@/lib/swarm/snapshot'
import { modeOf } from '@/lib/swarm/spec/mode'
import { referencesOf } from '@/lib/swarm/spec/references'
import { isAlive } from '@/lib/swarm/tasks'
import { namedVolumes } from '@/lib/swarm/volumes'
import { type Delta, type Deltas, nothingTouched, type Touched } from './touched'

const dataKinds = ['config', 'secret'] as const
const tableOf = { config: 'configs', secret: 'secrets' } as const

/** Finds the rows that show what changed. Costs O(what changed), and O(services) where a node did. */
export function touchedBy(deltas: Deltas, before: Snapshot, after: Snapshot): Touched {
  const tracker = new Tracker(before, after)
  for (const delta of deltas.task) tracker.followTask(delta)
  for (const delta of deltas.service) tracker.followService(delta)
  for (const delta of deltas.node) tracker.followNode(delta)
  for (const delta of deltas.network) tracker.followNetwork(delta)
  for (const delta of deltas.config) tracker.followDataObject('config', delta)
  for (const delta of deltas.secret) tracker.followDataObject('secret', delta)
  tracker.followServicesOfTasks()
  return tracker.touched
}

class Tracker {
  readonly touched = nothingTouched()
  /** Gathered first: a service's tasks are compared once, however many of them changed. */
  private readonly servicesOfTasks = new Set<string>()

  constructor(
    private readonly before: Snapshot,
    private readonly after: Snapshot,
  ) {}

  followServicesOfTasks(): void {
    for (const id of this.servicesOfTasks) {
      this.touchService(id)
      for (const service of this.versionsOf(id)) {
        for (const mount of namedVolumes(service)) this.touched.volumes.add(mount.Source ?? '')
      }
      for (const kind of dataKinds) {
        const [held, holds] = [this.before, this.after].map((snapshot) => heldNames(kind, snapshot, id))
        for (const name of difference(held, holds)) this.touched[tableOf[kind]].add(name)
      }
    }
  }

  followTask({ before, after }: Delta<'task'>): void {
    for (const task of [before, after]) {
      if (task?.NodeID) this.touched.nodes.add(task.NodeID)
      if (task?.ServiceID) this.servicesOfTasks.add(task.ServiceID)
    }
  }

  followService({ before, after }: Delta<'service'>): void {
    const service = after ?? before
    if (!service) return
    this.touchService(service.ID)
    // During a rollout the version and the update's state move all the time, and nobody else shows them.
    if (isSameJson(before?.Spec, after?.Spec) && isSameJson(before?.PreviousSpec, after?.PreviousSpec)) return
    this.touched.hasNewContext = true
    for (const version of [before, after]) if (version) this.touchUsedBy(version)
    // Tasks count as users of what they hold while their service is there.
    for (const kind of dataKinds) {
      for (const name of heldNames(kind, this.after, service.ID)) this.touched[tableOf[kind]].add(name)
    }
    // Whether a task is of the present spec shows on its node.
    for (const task of this.after.tasksByService.get(service.ID) ?? []) {
      if (task.NodeID) this.touched.nodes.add(task.NodeID)
    }
  }

  private touchUsedBy(service: Service): void {
    for (const kind of dataKinds) {
      for (const spec of [service.Spec, service.PreviousSpec]) {
        const references = spec ? referencesOf(kind, spec.TaskTemplate) : []
        for (const { name } of references) this.touched[tableOf[kind]].add(name)
      }
    }
    for (const mount of namedVolumes(service)) this.touched.volumes.add(mount.Source ?? '')
    for (const target of networkTargets(service)) {
      this.touched.networks.add(findNetwork(this.after, target)?.Id ?? target)
    }
    if (!usesIngress(service)) return
    for (const network of this.after.network.values()) if (network.Ingress) this.touched.networks.add(network.Id)
  }

  followNode({ before, after }: Delta<'node'>): void {
    const node = after ?? before
    if (!node) return
    this.touched.hasNewContext = true
    this.touched.nodes.add(node.ID)
    for (const { ServiceID } of this.after.tasksByNode.get(node.ID) ?? []) if (ServiceID) this.touchService(ServiceID)
    // Where tasks may run decides how many a global service has, and whether a volume's user is tied to a node.
    for (const service of this.after.service.values()) {
      if (modeOf(service.Spec).startsWith('global')) this.touchService(service.ID)
      for (const mount of namedVolumes(service)) this.touched.volumes.add(mount.Source ?? '')
    }
  }

  followNetwork({ before, after }: Delta<'network'>): void {
    this.touched.hasNewContext = true
    for (const network of [before, after]) if (network) this.touched.networks.add(network.Id)
  }

  followDataObject(kind: DataObjectKind, { before, after }: Delta<DataObjectKind>): void {
    this.touched.hasNewContext = true
    for (const object of [before, after]) {
      if (!object) continue
      this.touched[tableOf[kind]].add(object.Spec.Name)
      // Every version tells the names of all the others.
      const family = familyOf(object.Spec)
      for (const name of versionNames(this.after[kind], family)) this.touched[tableOf[kind]].add(name)
    }
  }

  private touchService(id: string): void {
    for (const { Spec } of this.versionsOf(id)) {
      this.touched.services.add(Spec.Name)
      this.touched.stacks.add(stackOf(Spec.Labels) ?? '')
    }
  }

  private versionsOf(serviceId: string): Service[] {
    const versions = [this.before.service.get(serviceId), this.after.service.get(serviceId)]
    return versions.filter((service) => service !== undefined)
  }
}

/** Names of what the living tasks of a service hold, which keeps it from being removed. */
function heldNames(kind: DataObjectKind, snapshot: Snapshot, serviceId: string): Set<string> {
  const tasks = snapshot.tasksByService.get(serviceId) ?? []
  return new Set(tasks.filter(isAlive).flatMap((task) => referencesOf(kind, task.Spec).map(({ name }) => name)))
}

function difference(a: Set<string> = new Set(), b: Set<string> = new Set()): string[] {
  return [...[...a].filter((name) => !b.has(name)), ...[...b].filter((name) => !a.has(name))]
}
