import { serverNow } from '@/lib/browser/server-clock'
import type { StreamMessage, Topic } from '@/lib/contract/topics'
import { EventStream } from './event-stream'
import { LiveStore } from './live-store'
import type { TabMessage } from './tab-message'
import { isSameTopics, unionOfTopics } from './topic-union'

const lockName = 'skep-live-leader'

/** What the tabs of a browser have in common: the parts of LockManager and BroadcastChannel that are used. */
export type Browser = {
  locks: { request(name: string, whenHeld: () => unknown): Promise<unknown> }
  channel: {
    postMessage(message: TabMessage): void
    addEventListener(type: 'message', listener: (event: { data: TabMessage }) => void): void
  }
}

/** A tab out of sight is given up after this time; it gets whole views again when it is looked at. */
const hiddenMs = 60_000

/** A page that is left and the next one that is entered make one change of topics, not two. */
const settleMs = 30

/**
 * Keeps one tab up to date by a stream that all tabs of the browser share: a browser opens six connections to a host and
 * no more, so with one stream per tab the seventh tab would never load. The tab that holds a lock has the stream and
 * passes on what it brings; when it ends, the browser gives the lock to another. Without locks (plain http, except on
 * localhost) each tab in sight has a stream of its own.
 */
export class LiveHub {
  readonly store = new LiveStore()
  private readonly tab = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
  private readonly shown = new Map<Topic, number>()
  private readonly shownByTab = new Map<string, readonly Topic[]>()
  private stream: EventStream | null = null
  private greeting: Extract<StreamMessage, { type: 'hello' }> | null = null
  private asked: readonly Topic[] = []
  private settling: ReturnType<typeof setTimeout> | undefined
  private hiding: ReturnType<typeof setTimeout> | undefined
  private isResting = false

  constructor(
    private readonly onSignedOut: () => void,
    private readonly browser: Browser | null,
  ) {
    browser?.channel.addEventListener('message', (event) => this.hear(event.data))
    document.addEventListener('visibilitychange', () => this.seen(document.visibilityState === 'visible'))
    window.addEventListener('pagehide', () => this.tell({ type: 'leave', tab: this.tab }))
    // A page that comes back from the browser's cache of pages has told that it left.
    window.addEventListener('pageshow', (event) => event.persisted && this.settle())
    void browser?.locks.request(tabLock(this.tab), forever)
    void browser?.locks.request(lockName, () => this.lead())
  }

  /** This tab shows the topic until the function that is returned is called. */
  show(topic: Topic): () => void {
    this.shown.set(topic, (this.shown.get(topic) ?? 0) + 1)
    this.settle()
    return () => {
      const count = (this.shown.get(topic) ?? 1) - 1
      if (count > 0) this.shown.set(topic, count)
      else this.shown.delete(topic)
      this.settle()
    }
  }

  private get mine(): Topic[] {
    return this.isResting ? [] : [...this.shown.keys()]
  }

  private settle(): void {
    clearTimeout(this.settling)
    this.settling = setTimeout(() => {
      this.forgetUnshown()
      if (!this.browser) this.streamAlone()
      else if (this.stream) this.showFor(this.tab, this.mine)
      else this.tell({ type: 'show', tab: this.tab, topics: this.mine })
    }, settleMs)
  }

  /** Holds the lock, and thereby leads, until the tab is closed. */
  private lead(): Promise<never> {
    this.stream = this.openStream()
    this.tell({ type: 'who' })
    this.showFor(this.tab, this.mine)
    return forever()
  }

  private streamAlone(): void {
    const topics = this.mine
    if (topics.length === 0 && this.isResting) {
      this.stream?.close()
      this.stream = null
      return
    }
    this.stream ??= this.openStream()
    this.showFor(this.tab, topics)
  }

  private openStream(): EventStream {
    return new EventStream({
      onMessage: (message) => {
        if (message.type === 'hello') this.greeting = message
        this.store.take(message)
        this.tell({ type: 'stream', message })
      },
      onState: (stream, since) => {
        this.store.setStream(stream, since)
        this.tell({ type: 'state', stream, since })
      },
      onSignedOut: () => {
        this.tell({ type: 'signed-out' })
        this.onSignedOut()
      },
    })
  }

  private hear(message: TabMessage): void {
    if (message.type === 'who') this.settle()
    if (message.type === 'signed-out') this.onSignedOut()
    if (message.type === 'state') this.store.setStream(message.stream, message.since)
    if (message.type === 'stream') this.hearStream(message.message)
    if (!this.stream) return
    if (message.type === 'leave') this.forgetTab(message.tab)
    if (message.type === 'show') this.welcome(message.tab, message.topics)
  }

  /** A tab keeps what it shows; the rest of what the stream brings is for others. */
  private hearStream(message: StreamMessage): void {
    if ('topic' in message && !this.shown.has(message.topic)) return
    this.store.take(message)
  }

  /** As leader: what another tab shows. What is here already is sent at once, since the server will not send it again. */
  private welcome(tab: string, topics: Topic[]): void {
    if (!this.shownByTab.has(tab)) {
      // The lock of a tab that crashed is free, although the tab could not say that it left.
      void this.browser?.locks.request(tabLock(tab), () => this.forgetTab(tab))
    }
    const connection = this.store.getConnection()
    this.tell({ type: 'state', stream: connection.stream, since: connection.since })
    // With the time of now: by that of the greeting all other tabs would put their clocks back to when the stream began.
    if (this.greeting) this.tell({ type: 'stream', message: { ...this.greeting, serverTime: serverNow() } })
    for (const topic of topics) {
      const view = this.store.viewOf(topic)
      if (view) this.tell({ type: 'stream', message: { type: 'view', topic, view } })
    }
    this.showFor(tab, topics)
  }

  private forgetTab(tab: string): void {
    if (this.shownByTab.delete(tab)) this.askForAll()
  }

  private showFor(tab: string, topics: readonly Topic[]): void {
    this.shownByTab.set(tab, topics)
    this.askForAll()
  }

  private askForAll(): void {
    const union = unionOfTopics(this.shownByTab)
    if (isSameTopics(union, this.asked)) return
    this.asked = union
    this.stream?.setTopics(union)
    this.forgetUnshown()
  }

  /** What nobody shows is not followed, and would grow old without a sign. A tab at rest keeps what it still shows. */
  private forgetUnshown(): void {
    for (const topic of this.store.topics()) {
      if (!this.shown.has(topic) && !this.asked.includes(topic)) this.store.forget(topic)
    }
  }

  private seen(isVisible: boolean): void {
    clearTimeout(this.hiding)
    if (!isVisible) {
      this.hiding = setTimeout(() => this.rest(true), hiddenMs)
    } else if (this.isResting) this.rest(false)
  }

  private rest(isResting: boolean): void {
    this.isResting = isResting
    this.settle()
  }

  private tell(message: TabMessage): void {
    this.browser?.channel.postMessage(message)
  }
}

/** Holds a lock until the tab is closed. */
const forever = () => new Promise<never>(() => {})

const tabLock = (tab: string) => `skep-live-tab-${tab}`
