import type { Config, Network, Node, Secret, Service, Task } from '@/lib/swarm/engine-types'
import { emptySnapshot, type Snapshot, stackOf } from '@/lib/swarm/snapshot'

type Object = Service | Task | Node | Network | Config | Secret

/** A swarm that holds exactly these objects, with its indexes, as the reducer would have made it. */
export function snapshot(...objects: Object[]): Snapshot {
  const services = objects.filter(isService)
  const tasks = objects.filter(isTask)
  const rest = objects.filter((object): object is Config | Secret => isData(object))
  return {
    ...emptySnapshot('swarm-1'),
    service: byId(services),
    task: byId(tasks),
    node: byId(objects.filter(isNode)),
    network: new Map(objects.filter(isNetwork).map((network) => [network.Id, network])),
    config: byId(rest.filter(isConfig)),
    secret: byId(rest.filter((object): object is Secret => !isConfig(object))),
    tasksByService: groupBy(tasks, (task) => task.ServiceID),
    tasksByNode: groupBy(tasks, (task) => task.NodeID),
    servicesByStack: groupBy(services, (service) => stackOf(service.Spec.Labels) ?? ''),
  }
}

const isService = (object: Object): object is Service => 'Spec' in object && 'TaskTemplate' in object.Spec
const isTask = (object: Object): object is Task => 'DesiredState' in object
const isNode = (object: Object): object is Node => 'Description' in object
const isNetwork = (object: Object): object is Network => 'Id' in object
const isConfig = (object: Config | Secret): object is Config => 'Content' in object
const isData = (object: Object): boolean => ![isService, isTask, isNode, isNetwork].some((is) => is(object))

function byId<T extends { ID: string }>(objects: T[]): Map<string, T> {
  return new Map(objects.map((object) => [object.ID, object]))
}

function groupBy<T>(objects: T[], keyOf: (object: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const object of objects) {
    const key = keyOf(object)
    if (key === undefined) continue
    groups.set(key, [...(groups.get(key) ?? []), object])
  }
  return groups
}
