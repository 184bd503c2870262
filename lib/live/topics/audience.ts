import type { StreamMessage, Topic } from '@/lib/contract/topics'

/** A message of the stream, as text: it is made once and goes to everybody. */
export type Frame = { topic: Topic | null; text: string }

export type Listener = (frame: Frame) => void

export function frameOf(topic: Topic | null, message: StreamMessage): Frame {
  return { topic, text: JSON.stringify(message) }
}

/** Who listens to what. One listener may listen to the same topic twice, for two tabs; it then counts twice. */
export class Audience {
  private readonly byTopic = new Map<Topic, Map<Listener, number>>()

  get topics(): Topic[] {
    return [...this.byTopic.keys()]
  }

  get isEmpty(): boolean {
    return this.byTopic.size === 0
  }

  has(topic: Topic): boolean {
    return this.byTopic.has(topic)
  }

  join(topic: Topic, listener: Listener): void {
    const listeners = this.byTopic.get(topic) ?? new Map<Listener, number>()
    listeners.set(listener, (listeners.get(listener) ?? 0) + 1)
    this.byTopic.set(topic, listeners)
  }

  leave(topic: Topic, listener: Listener): void {
    const listeners = this.byTopic.get(topic)
    if (!listeners) return
    const left = (listeners.get(listener) ?? 0) - 1
    if (left > 0) listeners.set(listener, left)
    else listeners.delete(listener)
    if (listeners.size === 0) this.byTopic.delete(topic)
  }

  send(topic: Topic, message: StreamMessage): void {
    const listeners = this.byTopic.get(topic)
    if (!listeners) return
    const frame = frameOf(topic, message)
    for (const listener of [...listeners.keys()]) listener(frame)
  }

  sendToAll(message: StreamMessage): void {
    const frame = frameOf(null, message)
    const everybody = new Set([...this.byTopic.values()].flatMap((listeners) => [...listeners.keys()]))
    for (const listener of everybody) listener(frame)
  }
}
