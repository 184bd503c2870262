import type { ConfigRow, DataObjectKind, SecretRow } from '@/lib/contract/data-objects'
import type { StackRow } from '@/lib/contract/stacks'
import type { TableTopics } from '@/lib/contract/topics'
import { driftSource } from '@/lib/live/drift-source'
import { rotationsSource } from '@/lib/live/rotations-source'
import { configRow, configRows } from '@/lib/swarm/configs'
import { findConfig, findSecret, findService } from '@/lib/swarm/find'
import { networkRow, networkRows } from '@/lib/swarm/networks'
import { nodeRow, nodeRows } from '@/lib/swarm/nodes'
import type { SwarmTable } from '@/lib/swarm/reducer/touched'
import { secretRow, secretRows } from '@/lib/swarm/secrets'
import { serviceRow, serviceRows } from '@/lib/swarm/services'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { stackRow, stackRows } from '@/lib/swarm/stacks'
import { volumeRow, volumeRows } from '@/lib/swarm/volumes'

/** How a table is made: all of it, or one row by its id; null when the row is gone. */
export type TableSource<Row> = {
  rows: (snapshot: Snapshot) => Row[]
  row: (snapshot: Snapshot, id: string) => Row | null
}

export const tableSources: { [T in SwarmTable]: TableSource<TableTopics[T]> } = {
  stacks: {
    rows: (snapshot) => stackRows(snapshot).map((row) => withDrift(snapshot, row)),
    row: (snapshot, name) => ifThere(stackRow(snapshot, name), (row) => withDrift(snapshot, row)),
  },
  services: {
    rows: (snapshot) => serviceRows(snapshot),
    row: (snapshot, name) => ifThere(findService(snapshot, name), (service) => serviceRow(snapshot, service)),
  },
  nodes: {
    rows: nodeRows,
    row: (snapshot, id) => ifThere(snapshot.node.get(id), (node) => nodeRow(snapshot, node)),
  },
  configs: {
    rows: (snapshot) => configRows(snapshot).map((row) => withRotation('config', row)),
    row: (snapshot, name) =>
      ifThere(findConfig(snapshot, name), (config) => withRotation('config', configRow(snapshot, config))),
  },
  secrets: {
    rows: (snapshot) => secretRows(snapshot).map((row) => withRotation('secret', row)),
    row: (snapshot, name) =>
      ifThere(findSecret(snapshot, name), (secret) => withRotation('secret', secretRow(snapshot, secret))),
  },
  networks: {
    rows: networkRows,
    row: (snapshot, id) => ifThere(snapshot.network.get(id), (network) => networkRow(snapshot, network)),
  },
  volumes: { rows: volumeRows, row: volumeRow },
}

export function withDrift(snapshot: Snapshot, row: StackRow): StackRow {
  const { stateOf, behind } = driftSource()
  return { ...row, drift: stateOf(snapshot, row.name), behind: behind(snapshot, row.name) }
}

export function withRotation<Row extends ConfigRow | SecretRow>(kind: DataObjectKind, row: Row): Row {
  return { ...row, rotated: rotationsSource().lastTo(kind, row.name) }
}

function ifThere<T, Row>(object: T | null | undefined, make: (object: T) => Row): Row | null {
  return object ? make(object) : null
}
