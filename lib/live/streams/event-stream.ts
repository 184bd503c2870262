import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Action, ObjectRef } from '@/lib/contract/actions'
import type { StreamMessage, Topic } from '@/lib/contract/topics'
import type { Live } from '@/lib/live/live'
import { type Frame, frameOf } from '@/lib/live/topics/audience'
import { actionOf } from '@/lib/live/topics/topic'
import { topicObject } from '@/lib/live/topics/topic-object'
import packageFile from '@/package.json'

/** Proxies cut connections that are quiet for longer. */
const heartbeatMs = 15_000
/** Who does not take anything for this long is not there any more. */
const stuckMs = 30_000
/** Several times the largest view of a swarm with 1,000 services. Who is behind by more is too slow to follow. */
const mostBehindBytes = 8 * 1024 * 1024

/** Who reads the stream, and the questions that are asked about him while it lasts. */
export type Reader = {
  userId: string
  sessionId: string
  mayRead: (action: Action, ref: ObjectRef) => boolean
  isSessionLive: () => Promise<boolean>
}

/** As much of the live state as a stream asks for. */
export type LiveSource = Pick<Live, 'subscribe' | 'stamp' | 'snapshot'>

const encoder = new TextEncoder()
const heartbeat = encoder.encode(':\n\n')

/** A frame goes to many streams, and is encoded for the first of them. */
const encoded = new WeakMap<Frame, Uint8Array>()

function bytesOf(frame: Frame): Uint8Array {
  let bytes = encoded.get(frame)
  if (!bytes) {
    bytes = encoder.encode(`data: ${frame.text}\n\n`)
    encoded.set(frame, bytes)
  }
  return bytes
}

/** One browser's stream: greets, then carries the whole views of its topics and their changes until one side ends it. */
export class EventStream {
  readonly id = randomUUID()
  readonly body: ReadableStream<Uint8Array>
  private controller: ReadableStreamDefaultController<Uint8Array> | null = null
  private readonly topics = new Map<Topic, () => void>()
  private readonly timer: NodeJS.Timeout
  private takenAt = Date.now()

  constructor(
    private readonly live: LiveSource,
    readonly reader: Reader,
    private readonly onClosed: () => void,
  ) {
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.controller = controller
        },
        pull: () => {
          this.takenAt = Date.now()
        },
        cancel: () => this.close(),
      },
      // Nothing is gathered ahead, so the size of the queue is what the browser is behind by.
      { highWaterMark: 0, size: (chunk) => chunk.byteLength },
    )
    this.timer = setInterval(() => void this.beat(), heartbeatMs).unref()
    const { version } = packageFile
    this.say({ type: 'hello', streamId: this.id, serverVersion: version, serverTime: Date.now() })
  }

  /** Topics that stay go on as they are; new ones begin with their whole view. */
  setTopics(wanted: readonly Topic[]): void {
    for (const [topic, leave] of this.topics) {
      if (wanted.includes(topic)) continue
      this.topics.delete(topic)
      leave()
    }
    for (const topic of wanted) if (!this.topics.has(topic)) this.join(topic)
  }

  close(): void {
    const controller = this.controller
    if (!controller) return
    this.controller = null
    clearInterval(this.timer)
    for (const leave of this.topics.values()) leave()
    this.topics.clear()
    this.onClosed()
    try {
      controller.close()
    } catch {
      // The reader cancelled the stream, which has closed it.
    }
  }

  private join(topic: Topic): void {
    const snapshot = this.live.stamp().asOf > 0 ? this.live.snapshot() : null
    if (!this.reader.mayRead(actionOf(topic), topicObject(topic, snapshot))) {
      this.say({ type: 'refused', topic, code: 'not_allowed' })
      return
    }
    // Known before the first view comes: sending it may close the stream.
    this.topics.set(topic, () => undefined)
    const leave = this.live.subscribe([topic], (frame) => this.send(bytesOf(frame)))
    if (this.topics.has(topic)) this.topics.set(topic, leave)
    else leave()
  }

  private say(message: StreamMessage): void {
    this.send(bytesOf(frameOf(null, message)))
  }

  private send(bytes: Uint8Array): void {
    if (!this.controller) return
    this.controller.enqueue(bytes)
    if (this.behindBytes > mostBehindBytes) this.close()
  }

  private get behindBytes(): number {
    return -(this.controller?.desiredSize ?? 0)
  }

  private async beat(): Promise<void> {
    const isStuck = this.behindBytes > 0 && Date.now() - this.takenAt > stuckMs
    if (isStuck || !(await this.isStillAllowed())) this.close()
    else this.send(heartbeat)
  }

  /** When it cannot be found out, the browser comes again and is told why. */
  private isStillAllowed(): Promise<boolean> {
    return this.reader.isSessionLive().catch(() => false)
  }
}
