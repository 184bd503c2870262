import { callApi } from '@/lib/browser/call-api'
import { serverNow } from '@/lib/browser/server-clock'
import type { StreamMessage, Topic } from '@/lib/contract/topics'
import { isAppError } from '@/lib/errors/app-error'
import { api } from '@/lib/paths/api'
import { backOffMs } from './back-off'
import type { StreamState } from './live-store'

/** The server confirms its snapshot every 15 s or so; a stream that is silent for three times that is dead. */
const silenceMs = 45_000

type Listener = {
  onMessage: (message: StreamMessage) => void
  onState: (state: StreamState, since: number) => void
  onSignedOut: () => void
}

/**
 * The browser's one stream. It comes back by itself, and then the server sends whole views again, so that to reconnect is
 * the same as to connect. EventSource's own way of coming back is not used: it would ask for the topics of the beginning.
 */
export class EventStream {
  private topics: readonly Topic[] = []
  private source: EventSource | null = null
  private streamId: string | null = null
  private attempt = 0
  private isClosed = false
  private retry: ReturnType<typeof setTimeout> | undefined
  private watchdog: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly listener: Listener) {}

  setTopics(topics: readonly Topic[]): void {
    this.topics = topics
    if (this.source && this.streamId) void this.sendTopics(this.streamId)
    else if (!this.source && !this.retry) this.connect()
  }

  close(): void {
    this.isClosed = true
    clearTimeout(this.retry)
    this.disconnect()
  }

  private connect(): void {
    if (this.isClosed) return
    this.retry = undefined
    const asked = this.topics
    const source = new EventSource(`${api.events()}?${new URLSearchParams({ topics: asked.join(',') })}`)
    this.source = source
    this.watch()
    source.onmessage = (event: MessageEvent<string>) => {
      const message: StreamMessage = JSON.parse(event.data)
      this.watch()
      if (message.type === 'hello') this.greeted(message.streamId, asked)
      this.listener.onMessage(message)
    }
    source.onerror = () => void this.lost()
  }

  private greeted(streamId: string, asked: readonly Topic[]): void {
    this.attempt = 0
    this.streamId = streamId
    this.listener.onState('live', serverNow())
    if (asked !== this.topics) void this.sendTopics(streamId)
  }

  private async sendTopics(streamId: string): Promise<void> {
    try {
      await callApi('POST', api.eventTopics(streamId), { topics: this.topics })
    } catch {
      // The server does not know the stream (any more), or cannot be reached: begin anew with the right topics.
      if (this.streamId === streamId) await this.lost()
    }
  }

  private async lost(): Promise<void> {
    this.disconnect()
    if (this.isClosed || this.retry) return
    this.listener.onState('lost', serverNow())
    this.retry = setTimeout(() => this.connect(), backOffMs(this.attempt++, Math.random()))
    // An EventSource does not tell why it was refused, so the question is asked in a way that gets an answer.
    if (await isSignedOut()) {
      this.close()
      this.listener.onSignedOut()
    }
  }

  private disconnect(): void {
    clearTimeout(this.watchdog)
    this.source?.close()
    this.source = null
    this.streamId = null
  }

  private watch(): void {
    clearTimeout(this.watchdog)
    this.watchdog = setTimeout(() => void this.lost(), silenceMs)
  }
}

async function isSignedOut(): Promise<boolean> {
  try {
    await callApi<unknown>('GET', api.session())
    return false
  } catch (error) {
    return isAppError(error) && error.code === 'not_signed_in'
  }
}
