import type { Config, Network, Node, Secret, Service, Task } from './engine-types'

export type Objects = {
  service: Service
  task: Task
  node: Node
  network: Network
  config: Config
  secret: Secret
}

export type ObjectKind = keyof Objects

/**
 * The swarm as last heard of: one immutable value. Each map is keyed by the engine's id. The indexes are kept by the
 * reducer (apply-changes.ts), so that nothing has to walk all tasks to answer for one service.
 */
export type Snapshot = { readonly [K in ObjectKind]: ReadonlyMap<string, Objects[K]> } & {
  readonly swarmId: string
  readonly tasksByService: ReadonlyMap<string, readonly Task[]>
  readonly tasksByNode: ReadonlyMap<string, readonly Task[]>
  /** By the label com.docker.stack.namespace; services without it under the empty string. */
  readonly servicesByStack: ReadonlyMap<string, readonly Service[]>
}

export function emptySnapshot(swarmId: string): Snapshot {
  return {
    swarmId,
    service: new Map(),
    task: new Map(),
    node: new Map(),
    network: new Map(),
    config: new Map(),
    secret: new Map(),
    tasksByService: new Map(),
    tasksByNode: new Map(),
    servicesByStack: new Map(),
  }
}

export const stackLabel = 'com.docker.stack.namespace'

/** The stack that an object belongs to, by its labels. */
export function stackOf(labels: Record<string, string> | null | undefined): string | null {
  return labels?.[stackLabel] || null
}
