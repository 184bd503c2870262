import 'server-only'
import type { IncomingMessage } from 'node:http'
import type { ObjectKind } from '@/lib/swarm/snapshot'
import type { Transport } from './connection/transport'

/** Tasks have no events. What happened to the object is told by inspecting it; the event is only a hint. */
export type EngineEvent = { kind: Exclude<ObjectKind, 'task'>; id: string; name: string | null; action: string }

export type EventsWanted = {
  /** Seconds since 1970 by the engine's clock. It replays at most 256 events, and none from before its restart. */
  since?: number
  onOpen?: () => void
  onEvent: (event: EngineEvent) => void
  /** Called whenever anything arrives. */
  onByte?: () => void
  signal: AbortSignal
}

const kinds = ['service', 'node', 'network', 'config', 'secret']

/** Follows the swarm's events until the engine ends the stream or the signal is aborted; both resolve. */
export async function watchEvents(transport: Transport, wanted: EventsWanted): Promise<void> {
  const { since, signal } = wanted
  const query = {
    // Networks also have local events, for each container that joins one.
    filters: JSON.stringify({ scope: ['swarm'], type: kinds }),
    ...(since !== undefined && { since: String(since) }),
  }
  try {
    await transport.follow('/events', query, signal, (answer) => readEvents(answer, wanted))
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    transport.forgetVersion()
  }
}

async function readEvents(answer: IncomingMessage, { onOpen, onEvent, onByte }: EventsWanted): Promise<void> {
  onOpen?.()
  let rest = ''
  answer.setEncoding('utf8')
  for await (const chunk of answer) {
    onByte?.()
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const event = parseEvent(line)
      if (event) onEvent(event)
    }
  }
}

function parseEvent(line: string): EngineEvent | null {
  if (line.trim() === '') return null
  const { Type, Action, Actor }: EventLine = JSON.parse(line)
  if (!isKind(Type) || !Actor?.ID) return null
  return { kind: Type, id: Actor.ID, name: Actor.Attributes?.name ?? null, action: Action ?? '' }
}

type EventLine = { Type?: string; Action?: string; Actor?: { ID?: string; Attributes?: Record<string, string> } }

function isKind(text: string | undefined): text is EngineEvent['kind'] {
  return kinds.includes(text ?? '')
}
