import { mutate } from 'swr'
import { setServerTime } from '@/lib/browser/server-clock'
import type { StreamMessage, Topic } from '@/lib/contract/topics'
import { type AnyView, applyMessage, type Views } from './apply-message'

/** How the stream is: `lost` while it is being tried again, with everything on the page as it was. */
export type StreamState = 'connecting' | 'live' | 'lost'

export type ConnectionState = {
  stream: StreamState
  /** UTC milliseconds, the server's clock: when the stream came into this state. */
  since: number
  /** When the engine last confirmed what the page shows; null before the first news. */
  asOf: number | null
  /** The server is another version than the one this page came from. */
  isOutdated: boolean
  /** Why topics are not shown: the code of the refusal. */
  refused: ReadonlyMap<Topic, string>
}

/** Where a topic's view is in SWR's cache. */
export const liveKey = (topic: Topic) => ['live', topic] as const

export const startConnection: ConnectionState = {
  stream: 'connecting',
  since: 0,
  asOf: null,
  isOutdated: false,
  refused: new Map(),
}

/** What one tab knows: the views, which go into SWR's cache for the components, and how the stream is. */
export class LiveStore {
  private views: Views = new Map()
  private connection = startConnection
  private serverVersion: string | null = null
  private readonly listeners = new Set<() => void>()

  getConnection = (): ConnectionState => this.connection

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  topics(): Topic[] {
    return [...this.views.keys()]
  }

  viewOf(topic: Topic): AnyView | undefined {
    return this.views.get(topic)
  }

  take(message: StreamMessage): void {
    if (message.type === 'hello') this.greet(message.serverVersion, message.serverTime)
    if (message.type === 'refused') this.refuse(message.topic, message.code)
    if (message.type === 'fresh') this.change({ asOf: message.stamp.asOf })
    if (message.type === 'view' || message.type === 'rows') this.takeView(message)
  }

  setStream(stream: StreamState, since: number): void {
    if (stream !== this.connection.stream) this.change({ stream, since })
  }

  forget(topic: Topic): void {
    if (!this.views.has(topic)) return
    const views = new Map(this.views)
    views.delete(topic)
    this.views = views
    void mutate(liveKey(topic), undefined, { revalidate: false })
  }

  private takeView(message: Extract<StreamMessage, { type: 'view' | 'rows' }>): void {
    const next = applyMessage(this.views, message)
    if (next === this.views) return
    this.views = next
    const view = next.get(message.topic)
    void mutate(liveKey(message.topic), view, { revalidate: false })
    if (this.connection.refused.has(message.topic)) this.allow(message.topic)
    if (view && view.stamp.asOf !== this.connection.asOf) this.change({ asOf: view.stamp.asOf })
  }

  private greet(version: string, serverTime: number): void {
    setServerTime(serverTime)
    this.serverVersion ??= version
    this.change({ isOutdated: version !== this.serverVersion })
  }

  private refuse(topic: Topic, code: string): void {
    this.change({ refused: new Map(this.connection.refused).set(topic, code) })
  }

  private allow(topic: Topic): void {
    const refused = new Map(this.connection.refused)
    refused.delete(topic)
    this.change({ refused })
  }

  private change(part: Partial<ConnectionState>): void {
    this.connection = { ...this.connection, ...part }
    for (const listener of this.listeners) listener()
  }
}
