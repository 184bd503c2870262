import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { StreamMessage, Topic } from '@/lib/contract/topics'
import { type Frame, frameOf, type Listener } from '@/lib/live/topics/audience'
import { emptySnapshot } from '@/lib/swarm/snapshot'
import type { LiveSource, Reader } from './event-stream'
import { changeTopics, closeAllStreams, openStream } from './streams'

const stamp = { swarmId: 's', epoch: 'e', revision: 1, asOf: 0 }
const viewOf = (topic: Topic): Frame => frameOf(topic, { type: 'view', topic, view: { stamp, rows: [] } })

function quietLive() {
  const listeners = new Set<Listener>()
  const live: LiveSource = {
    stamp: () => stamp,
    snapshot: () => emptySnapshot('s'),
    subscribe: ([topic], listener) => {
      if (topic) listener(viewOf(topic))
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  const tell = (frame: Frame) => {
    for (const listener of [...listeners]) listener(frame)
  }
  return { live, listeners, tell }
}

const somebody: Reader = { userId: 'u1', sessionId: 's1', mayRead: () => true, isSessionLive: async () => true }

function open(of: ReturnType<typeof quietLive>, { topics = [] as string[], reader = somebody } = {}) {
  const gone = new AbortController()
  let revoke = () => {}
  const onRevoked = (listener: () => void) => {
    revoke = listener
    return () => undefined
  }
  const response = openStream(of.live, { topics, reader, onRevoked, signal: gone.signal })
  return { response, gone, revoke: () => revoke(), read: readerOf(response) }
}

/** Reads the next event, past heartbeats; null at the end of the stream. */
function readerOf(response: Response): () => Promise<StreamMessage | null> {
  const reader = response.body?.getReader()
  return async () => {
    for (;;) {
      const chunk = await reader?.read()
      if (!chunk || chunk.done) return null
      const text = new TextDecoder().decode(chunk.value)
      if (text.startsWith('data: ')) return JSON.parse(text.slice('data: '.length))
    }
  }
}

const idOf = (hello: StreamMessage | null): string => (hello?.type === 'hello' ? hello.streamId : '')

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  closeAllStreams()
  vi.useRealTimers()
})

describe('a stream', () => {
  test('greets, then carries views and what changes, until the browser goes', async () => {
    const state = quietLive()
    const { response, gone, read } = open(state, { topics: ['stacks'] })
    expect(response.headers.get('cache-control')).toContain('no-transform')
    expect(await read()).toMatchObject({ type: 'hello' })
    expect(await read()).toMatchObject({ type: 'view', topic: 'stacks' })
    state.tell(frameOf('stacks', { type: 'fresh', stamp }))
    expect(await read()).toEqual({ type: 'fresh', stamp })
    gone.abort()
    expect(await read()).toBeNull()
    expect(state.listeners.size).toBe(0)
  })

  test('carries other topics when it is told so, and those that stay do not begin anew', async () => {
    const state = quietLive()
    const { read } = open(state, { topics: ['stacks'] })
    const id = idOf(await read())
    await read()
    changeTopics(id, 's1', ['stacks', 'nodes'])
    expect(await read()).toMatchObject({ type: 'view', topic: 'nodes' })
    changeTopics(id, 's1', [])
    expect(state.listeners.size).toBe(0)
  })

  test('is not found by another session, nor when it is over', async () => {
    const { gone, read } = open(quietLive())
    const id = idOf(await read())
    const notFound = expect.objectContaining({ code: 'not_found' })
    expect(() => changeTopics(id, 's2', [])).toThrow(notFound)
    gone.abort()
    expect(() => changeTopics(id, 's1', [])).toThrow(notFound)
  })

  test('refuses a topic that the reader may not see, and carries the others', async () => {
    const reader = { ...somebody, mayRead: (action: string) => action !== 'secret.read' }
    const { read } = open(quietLive(), { topics: ['secrets', 'secret:key', 'stacks'], reader })
    await read()
    expect(await read()).toEqual({ type: 'refused', topic: 'secrets', code: 'not_allowed' })
    expect(await read()).toEqual({ type: 'refused', topic: 'secret:key', code: 'not_allowed' })
    expect(await read()).toMatchObject({ type: 'view', topic: 'stacks' })
  })

  test('of what is no topic is not begun', () => {
    expect(() => open(quietLive(), { topics: ['everything'] })).toThrow(
      expect.objectContaining({ code: 'invalid_input' }),
    )
  })
})

describe('a stream ends', () => {
  test('when the session has ended, within half a minute', async () => {
    const isSessionLive = vi.fn<() => Promise<boolean>>().mockResolvedValueOnce(true).mockResolvedValue(false)
    const { read } = open(quietLive(), { reader: { ...somebody, isSessionLive } })
    await read()
    await vi.advanceTimersByTimeAsync(30_000)
    expect(await read()).toBeNull()
  })

  test('at once when the session is revoked', async () => {
    const { read, revoke } = open(quietLive())
    await read()
    revoke()
    expect(await read()).toBeNull()
  })

  test('when it cannot be found out whether the session lives', async () => {
    const isSessionLive = () => Promise.reject(new Error('no database'))
    const { read } = open(quietLive(), { reader: { ...somebody, isSessionLive } })
    await read()
    await vi.advanceTimersByTimeAsync(15_000)
    expect(await read()).toBeNull()
  })

  test('when the browser does not keep up', () => {
    const state = quietLive()
    open(state, { topics: ['stacks'] })
    const large: Frame = { topic: 'stacks', text: 'x'.repeat(1_000_000) }
    for (let index = 0; index < 8; index += 1) state.tell(large)
    expect(state.listeners.size).toBe(1)
    state.tell(large)
    expect(state.listeners.size).toBe(0)
  })

  test('when the browser takes nothing at all for a while', async () => {
    const state = quietLive()
    open(state, { topics: ['stacks'] })
    await vi.advanceTimersByTimeAsync(50_000)
    expect(state.listeners.size).toBe(0)
  })

  test('when the process ends', async () => {
    const { read } = open(quietLive())
    await read()
    closeAllStreams()
    expect(await read()).toBeNull()
  })
})

describe('the number of streams', () => {
  const tooMany = expect.objectContaining({ code: 'too_many_requests' })
  const user = (userId: string): Reader => ({ ...somebody, userId, sessionId: userId })

  test('is ten for a user, and a place that becomes free can be taken', () => {
    const state = quietLive()
    const opened = Array.from({ length: 10 }, () => open(state))
    expect(() => open(state)).toThrow(tooMany)
    open(state, { reader: user('another') })
    opened[0]?.gone.abort()
    expect(open(state).response.status).toBe(200)
  })

  test('is five hundred for the process', () => {
    const state = quietLive()
    for (let index = 0; index < 500; index += 1) open(state, { reader: user(`user-${index}`) })
    expect(() => open(state, { reader: user('one more') })).toThrow(tooMany)
  })
})
