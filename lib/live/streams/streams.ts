import 'server-only'
import type { Topic } from '@/lib/contract/topics'
import { AppError } from '@/lib/errors/app-error'
import { isTopic } from '@/lib/live/topics/topic'
import { EventStream, type LiveSource, type Reader } from './event-stream'

/** A browser has one stream for all its tabs. */
const mostPerUser = 10
const mostPerProcess = 500
/** More than any number of tabs shows. */
const mostTopics = 200

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Without `no-transform` a proxy may compress, and hold back what is too little to be worth it.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
}

const g = globalThis as typeof globalThis & { skepStreams?: Map<string, EventStream> }

function streams(): Map<string, EventStream> {
  g.skepStreams ??= new Map()
  return g.skepStreams
}

type Wanted = {
  topics: readonly string[]
  reader: Reader
  /** Tells when the reader's session ended or has other rights. */
  onRevoked: (listener: () => void) => () => void
  /** Aborted when the browser is gone. */
  signal: AbortSignal
}

/** Begins a stream. Throws too_many_requests beyond the limits; the browser tries again later. */
export function openStream(live: LiveSource, { topics, reader, onRevoked, signal }: Wanted): Response {
  const wanted = requireTopics(topics)
  const all = [...streams().values()]
  const own = all.filter((stream) => stream.reader.userId === reader.userId)
  if (own.length >= mostPerUser || all.length >= mostPerProcess)
    throw new AppError('too_many_requests', { seconds: 10 })

  const stream = new EventStream(live, reader, () => {
    streams().delete(stream.id)
    forgetSession()
    signal.removeEventListener('abort', close)
  })
  const close = () => stream.close()
  const forgetSession = onRevoked(close)
  streams().set(stream.id, stream)
  signal.addEventListener('abort', close, { once: true })
  if (signal.aborted) close()
  stream.setTopics(wanted)
  return new Response(stream.body, { headers })
}

/** Changes what a running stream carries. Throws not_found when it is not one of this session, or of another process. */
export function changeTopics(streamId: string, sessionId: string, topics: readonly string[]): void {
  const stream = streams().get(streamId)
  if (stream?.reader.sessionId !== sessionId) throw new AppError('not_found', { kind: 'stream', name: streamId })
  stream.setTopics(requireTopics(topics))
}

/** For the end of the process, which waits for open answers. */
export function closeAllStreams(): void {
  for (const stream of [...streams().values()]) stream.close()
}

function requireTopics(topics: readonly string[]): Topic[] {
  const unique = [...new Set(topics)].filter((topic) => topic !== '')
  const known = unique.filter(isTopic)
  if (known.length < unique.length || known.length > mostTopics)
    throw new AppError('invalid_input', { field: 'topics' })
  return known
}
