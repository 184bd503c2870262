import 'server-only'
import type { SwarmView } from '@/lib/contract/swarm'
import type {
  DocumentTopic,
  DocumentView,
  StreamMessage,
  TableTopic,
  TableView,
  Topic,
  ViewOf,
} from '@/lib/contract/topics'
import { type DriftSource, setDriftSource } from '@/lib/live/drift-source'
import { type RotationsSource, setRotationsSource } from '@/lib/live/rotations-source'
import type { StoreNews, SwarmStore } from '@/lib/live/swarm-store'
import { swarmTables, type Touched } from '@/lib/swarm/reducer/touched'
import { Audience, type Frame, frameOf, type Listener } from './audience'
import { DocumentFeed } from './document-feed'
import { isDocumentTouched, isOfSwarm, showsRow } from './documents'
import { TableFeed } from './table-feed'
import { isTableTopic, type Noun, namedDocument } from './topic'
import { type Own, TopicSources } from './topic-sources'

/** What happens within this time goes out together; the eye does not see the difference. */
const batchMs = 100
/** How often rows that change by time alone are looked at, and the age of everything is told anew. */
const tickMs = 5_000

/** While the engine is away its age is told all the same, for a browser takes a stream that says nothing for dead. */
const quietMs = 15_000

type Parts = { store: SwarmStore; swarmView: () => SwarmView; onWatched: () => void }

type AnyView = TableView<{ id: string }> | DocumentView<unknown>

/**
 * Turns what was touched into messages: of a table the rows that differ, of a document the whole, each made once and
 * sent to everybody who listens. What nobody listens to is not made.
 */
export class TopicHub {
  private readonly audience = new Audience()
  private readonly tables = new Map<TableTopic, TableFeed>(
    [...swarmTables, 'operations' as const, 'policies' as const].map((table) => [table, new TableFeed()]),
  )
  private readonly documents = new Map<DocumentTopic, DocumentFeed>()
  private readonly sources: TopicSources
  private batch: NodeJS.Timeout | null = null
  private ticks: NodeJS.Timeout | null = null
  private told = { asOf: 0, at: 0 }
  private isReplaced = false
  private readonly viewFrames = new Map<Topic, { key: string; frame: Frame }>()

  constructor(private readonly parts: Parts) {
    this.sources = new TopicSources(parts.store, parts.swarmView)
    parts.store.news.add((news) => this.hear(news))
  }

  get isWatched(): boolean {
    return !this.audience.isEmpty
  }

  setOperations(source: Own['operations']): void {
    this.sources.own.operations = source
    this.tables.get('operations')?.reset()
    source.onChange((ids) => this.hearOf('operations', ids, 'operation'))
  }

  setPolicies(source: Own['policies']): void {
    this.sources.own.policies = source
    this.tables.get('policies')?.reset()
    source.onChange((ids) => this.hearOf('policies', ids))
  }

  setDrift(source: DriftSource): void {
    setDriftSource(source)
    source.onChange((stacks) => this.hearOf('stacks', stacks, 'stack'))
  }

  setRotations(source: RotationsSource): void {
    setRotationsSource(source)
    source.onChange((kind, names) => this.hearOf(`${kind}s`, names, kind))
  }

  /** How we stand to the engine has changed. */
  touchSwarm(): void {
    this.documents.get('swarm')?.touch()
    this.parts.store.countChange()
    this.scheduleBatch()
  }

  /** The map of topics to views is in lib/contract/topics.ts. */
  view<T extends Topic>(topic: T): ViewOf<T>
  view(topic: Topic): AnyView {
    this.bring(topic)
    return this.currentView(topic)
  }

  /** The listener gets the whole views at once, then changes. */
  subscribe(topics: readonly Topic[], listener: Listener): () => void {
    for (const topic of topics) {
      if (!isTableTopic(topic) && !this.documents.has(topic)) this.documents.set(topic, new DocumentFeed())
      // Before he joins, or the changes that this brings out would reach him ahead of the whole.
      const frame = this.viewFrame(topic)
      this.audience.join(topic, listener)
      listener(frame)
    }
    this.parts.onWatched()
    this.keepTicking()
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      for (const topic of topics) this.leave(topic, listener)
    }
  }

  stop(): void {
    for (const timer of [this.batch, this.ticks]) clearTimeout(timer ?? undefined)
    this.batch = null
    this.ticks = null
  }

  private leave(topic: Topic, listener: Listener): void {
    this.audience.leave(topic, listener)
    if (this.audience.has(topic)) return
    this.viewFrames.delete(topic)
    if (!isTableTopic(topic)) this.documents.delete(topic)
  }

  /** Many browsers ask for the same views at the same time, all of them after a restart of ours. */
  private viewFrame(topic: Topic): Frame {
    const view = this.view(topic)
    const key = `${view.stamp.revision}/${view.stamp.asOf}`
    const known = this.viewFrames.get(topic)
    if (known?.key === key) return known.frame
    const frame = frameOf(topic, { type: 'view', topic, view })
    this.viewFrames.set(topic, { key, frame })
    return frame
  }

  /** Something else than the snapshot says that these rows look different now. */
  private hearOf(table: TableTopic, ids: readonly string[], noun?: Noun): void {
    this.tables.get(table)?.touch(ids)
    for (const [topic, feed] of this.documents) {
      const named = namedDocument(topic)
      if (named && named.noun === noun && showsRow(named, ids)) feed.touch()
    }
    this.parts.store.countChange()
    this.scheduleBatch()
  }

  private hear(news: StoreNews): void {
    if (news.type === 'touched') this.touch(news.touched)
    else {
      // Rows of another swarm, or of none, are no base for changes: everybody gets the whole again.
      for (const feed of this.tables.values()) feed.reset()
      for (const feed of this.documents.values()) feed.touch()
      this.isReplaced = !this.audience.isEmpty
    }
    this.scheduleBatch()
  }

  private touch(touched: Touched): void {
    for (const table of swarmTables) this.tables.get(table)?.touch(touched[table])
    for (const [topic, feed] of this.documents) {
      const named = namedDocument(topic)
      const isTouched = named ? isOfSwarm(named) && isDocumentTouched(named, touched) : touched.nodes.size > 0
      if (isTouched) feed.touch()
    }
  }

  private scheduleBatch(): void {
    if (this.audience.isEmpty) return
    this.batch ??= setTimeout(() => this.sendBatch(), batchMs)
  }

  private sendBatch(): void {
    this.batch = null
    const isReplaced = this.isReplaced
    this.isReplaced = false
    for (const topic of this.audience.topics) {
      if (isReplaced) this.bringWhole(topic)
      else this.bring(topic)
    }
  }

  /** Brings a topic up to date and tells those who listen what has changed. */
  private bring(topic: Topic): void {
    const news = this.update(topic)
    if (news) this.audience.send(topic, news)
  }

  private bringWhole(topic: Topic): void {
    this.update(topic)
    this.audience.send(topic, { type: 'view', topic, view: this.currentView(topic) })
  }

  /** As last brought up to date. A document that nobody listens to is made for this once. */
  private currentView(topic: Topic): AnyView {
    const stamp = this.parts.store.stamp()
    if (isTableTopic(topic)) return { stamp, rows: this.tables.get(topic)?.current() ?? [] }
    const feed = this.documents.get(topic)
    return { stamp, document: feed ? feed.current() : this.sources.makeDocument(topic) }
  }

  private update(topic: Topic): StreamMessage | null {
    return isTableTopic(topic) ? this.updateTable(topic) : this.updateDocument(topic)
  }

  private updateTable(topic: TableTopic): StreamMessage | null {
    const feed = this.tables.get(topic)
    if (!feed?.hasNews) return null
    const { upserted, removed } = feed.update(this.sources.rowsOf(topic))
    if (upserted.length === 0 && removed.length === 0) return null
    return { type: 'rows', topic, stamp: this.parts.store.stamp(), upserted, removed }
  }

  private updateDocument(topic: DocumentTopic): StreamMessage | null {
    const feed = this.documents.get(topic)
    if (!feed?.hasNews || !feed.update(() => this.sources.makeDocument(topic))) return null
    return { type: 'view', topic, view: this.currentView(topic) }
  }

  private keepTicking(): void {
    this.ticks ??= setInterval(() => this.tick(), tickMs).unref()
  }

  private tick(): void {
    if (this.audience.isEmpty) {
      clearInterval(this.ticks ?? undefined)
      this.ticks = null
      return
    }
    for (const table of ['stacks', 'services'] as const) this.tables.get(table)?.touchUnsettled()
    for (const [topic, feed] of this.documents) if (/^(stack|service):/.test(topic)) feed.touch()
    this.sendBatch()
    const stamp = this.parts.store.stamp()
    if (stamp.asOf === this.told.asOf && Date.now() - this.told.at < quietMs) return
    this.told = { asOf: stamp.asOf, at: Date.now() }
    this.audience.sendToAll({ type: 'fresh', stamp })
  }
}
