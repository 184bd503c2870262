import type { ObjectKind, Objects } from '@/lib/swarm/snapshot'

/** One object before and after. Undefined means that it was not, or is not, there. */
export type Delta<K extends ObjectKind> = { before: Objects[K] | undefined; after: Objects[K] | undefined }

export type Deltas = { [K in ObjectKind]: Delta<K>[] }

export const swarmTables = ['stacks', 'services', 'nodes', 'configs', 'secrets', 'networks', 'volumes'] as const

export type SwarmTable = (typeof swarmTables)[number]

/** Ids of the rows, by table, that may look different now; a row that is gone is among them. */
export type Touched = Record<SwarmTable, Set<string>> & {
  /**
   * More than tasks moved: specs, nodes, networks, configs or secrets. Any document may show those, while a task is shown
   * only with its service, stack and node.
   */
  hasNewContext: boolean
}

export function nothingTouched(): Touched {
  return {
    stacks: new Set(),
    services: new Set(),
    nodes: new Set(),
    configs: new Set(),
    secrets: new Set(),
    networks: new Set(),
    volumes: new Set(),
    hasNewContext: false,
  }
}

export function isAnythingTouched(touched: Touched): boolean {
  return touched.hasNewContext || swarmTables.some((table) => touched[table].size > 0)
}
