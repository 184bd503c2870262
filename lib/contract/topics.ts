import type { ConfigDetail, ConfigRow, SecretDetail, SecretRow } from './data-objects'
import type { NetworkRow, VolumeRow } from './networks'
import type { NodeDetail, NodeRow } from './nodes'
import type { OperationView } from './operations'
import type { PolicyRow } from './policies'
import type { ServiceDetail, ServiceRow } from './services'
import type { StackDetail, StackRow } from './stacks'
import type { Stamp } from './stamp'
import type { SwarmView } from './swarm'

/** Topics whose view is a table: rows by id, changed row by row. */
export type TableTopics = {
  stacks: StackRow
  services: ServiceRow
  nodes: NodeRow
  configs: ConfigRow
  secrets: SecretRow
  networks: NetworkRow
  volumes: VolumeRow
  operations: OperationView
  policies: PolicyRow
}

/** Topics whose view is one document, sent whole when it changes. */
export type DocumentTopics = {
  swarm: SwarmView
  [stack: `stack:${string}`]: StackDetail
  [service: `service:${string}`]: ServiceDetail
  [node: `node:${string}`]: NodeDetail
  [config: `config:${string}`]: ConfigDetail
  [secret: `secret:${string}`]: SecretDetail
  [operation: `operation:${string}`]: OperationView
}

export type TableTopic = keyof TableTopics
export type DocumentTopic = keyof DocumentTopics
export type Topic = TableTopic | DocumentTopic

export type TableView<Row> = { stamp: Stamp; rows: Row[] }

/** `document` is null when the object does not exist (any more). */
export type DocumentView<Document> = { stamp: Stamp; document: Document | null }

export type ViewOf<T extends Topic> = T extends TableTopic
  ? TableView<TableTopics[T]>
  : T extends DocumentTopic
    ? DocumentView<DocumentTopics[T]>
    : never

/** What the stream carries. After `hello` come the whole views of the topics asked for, then changes. */
export type StreamMessage =
  | { type: 'hello'; streamId: string; serverVersion: string; serverTime: number }
  | { type: 'view'; topic: Topic; view: TableView<{ id: string }> | DocumentView<unknown> }
  | { type: 'rows'; topic: TableTopic; stamp: Stamp; upserted: { id: string }[]; removed: string[] }
  | { type: 'refused'; topic: Topic; code: string }
  /** The snapshot was confirmed and nothing changed: its age starts anew. */
  | { type: 'fresh'; stamp: Stamp }
