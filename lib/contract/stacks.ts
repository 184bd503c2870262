import type { DriftState } from './deploy'
import type { Health } from './health'
import type { Reason } from './reason'
import type { PortView, ServiceRow } from './services'
import type { Moved } from './stack-files'
import type { TaskRow } from './tasks'

/** A row of the topic `stacks`. `id` is the name. */
export type StackRow = {
  id: string
  name: string
  health: Health
  reason: Reason | null
  services: number
  servicesRunning: number
  desiredTasks: number
  runningTasks: number
  /** Names of services with an update in progress. */
  updating: string[]
  /** Apart from its health: whether it is as it was deployed. */
  drift: DriftState
  /** References that a rotation has moved, and that the stack's file does not name yet. */
  behind: Moved[]
  updatedAt: number
}

export type ResourceKind = 'network' | 'volume' | 'config' | 'secret'

/** Something that the stack's services use, or that carries the stack's label. */
export type StackResource = {
  kind: ResourceKind
  name: string
  /** Null for volumes, which have no id in a swarm. */
  id: string | null
  owner: 'stack' | 'outside'
  /** What `docker stack rm` does to it: volumes always stay. */
  onRemoval: 'removed' | 'stays'
  usedBy: string[]
  /** Services of other stacks that use it too. */
  usedOutside: string[]
  /** Facts worth a word: `local_volume_unpinned`, `ingress`, `missing` … */
  notes: Reason[]
}

/** The topic `stack:NAME`. */
export type StackDetail = {
  row: StackRow
  services: ServiceRow[]
  /** Tasks that are meant to run, and the last failed one of each slot that has none running. */
  tasks: TaskRow[]
  resources: StackResource[]
  ports: (PortView & { serviceName: string })[]
  nodes: { id: string; hostname: string; isAvailable: boolean }[]
}
