import 'server-only'
import type { OperationView } from '@/lib/contract/operations'
import type { PolicyRow } from '@/lib/contract/policies'
import type { SwarmView } from '@/lib/contract/swarm'
import type { DocumentTopic, TableTopic } from '@/lib/contract/topics'
import { noRows, type RowsSource } from '@/lib/live/rows-source'
import type { SwarmStore } from '@/lib/live/swarm-store'
import { isOfSwarm, swarmDocument } from './documents'
import type { RowSource } from './table-feed'
import { tableSources } from './tables'
import { namedDocument } from './topic'

/** Tables of what the swarm does not know. */
export type Own = { operations: RowsSource<OperationView>; policies: RowsSource<PolicyRow> }

/** Where the rows of a table and the documents are made from: the snapshot, or what is kept beside it. */
export class TopicSources {
  readonly own: Own = { operations: noRows, policies: noRows }

  constructor(
    private readonly store: SwarmStore,
    private readonly swarmView: () => SwarmView,
  ) {}

  rowsOf(table: TableTopic): RowSource {
    if (table === 'operations' || table === 'policies') return this.own[table]
    const snapshot = this.store.snapshot()
    if (!snapshot) return { rows: () => [], row: () => null }
    const source = tableSources[table]
    return { rows: () => source.rows(snapshot), row: (id) => source.row(snapshot, id) }
  }

  makeDocument(topic: DocumentTopic): object | null {
    const named = namedDocument(topic)
    if (!named) return this.swarmView()
    if (!isOfSwarm(named)) return this.own.operations.row(named.name)
    const snapshot = this.store.snapshot()
    return snapshot && swarmDocument(snapshot, named)
  }
}
