import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { StreamMessage, Topic } from '@/lib/contract/topics'
import { SwarmStore } from '@/lib/live/swarm-store'
import { swarmView } from '@/lib/live/swarm-view'
import type { Service } from '@/lib/swarm/engine-types'
import { service } from '@/lib/swarm/testing/service'
import type { Frame } from './audience'
import { TopicHub } from './topic-hub'

let store: SwarmStore
let hub: TopicHub

beforeEach(() => {
  vi.useFakeTimers()
  store = new SwarmStore()
  const standing = { connection: 'live', since: 0, problem: null, info: null } as const
  hub = new TopicHub({ store, swarmView: () => swarmView(standing, store.snapshot()), onWatched: () => undefined })
})

afterEach(() => {
  hub.stop()
  vi.useRealTimers()
})

function heardBy(...topics: Topic[]): { messages: StreamMessage[]; leave: () => void } {
  const messages: StreamMessage[] = []
  const leave = hub.subscribe(topics, ({ text }: Frame) => messages.push(JSON.parse(text)))
  return { messages, leave }
}

/** A stopped service: time alone does not change its row. */
const web = (index: number, Name = 'web'): Service =>
  service({ Name, index, replicas: 0, labels: { index: String(index) } })

function listServices(...objects: Service[]): void {
  const ticket = store.ticket()
  store.take(ticket, [{ type: 'list', kind: 'service', objects, askedAt: ticket.askedAt }])
}

function beginWith(...services: Service[]): void {
  store.begin('swarm-1')
  listServices(...services)
  store.completeFirstList()
}

describe('who subscribes', () => {
  test('gets the whole view first, also while nothing is known', () => {
    const { messages } = heardBy('services')
    expect(messages).toMatchObject([{ type: 'view', topic: 'services', view: { stamp: { asOf: 0 }, rows: [] } }])
  })

  test('gets the whole view again when the first list is complete', () => {
    const { messages } = heardBy('services')
    beginWith(web(1))
    vi.advanceTimersByTime(100)
    expect(messages.at(-1)).toMatchObject({
      type: 'view',
      view: { stamp: { swarmId: 'swarm-1' }, rows: [{ id: 'web' }] },
    })
  })

  test('gets what happens within a tenth of a second in one message', () => {
    beginWith(web(1), web(1, 'api'))
    const { messages } = heardBy('services')
    listServices(web(2), web(1, 'api'))
    listServices(web(3), web(1, 'api'), service({ Name: 'new', replicas: 0 }))
    expect(messages).toHaveLength(1)
    vi.advanceTimersByTime(100)
    expect(messages.slice(1)).toMatchObject([
      { type: 'rows', topic: 'services', upserted: [{ id: 'new' }], removed: [] },
    ])
  })

  test('hears nothing of what looks the same, but that it is fresh', () => {
    beginWith(web(1))
    const { messages } = heardBy('services')
    vi.advanceTimersByTime(3_000)
    listServices(web(2))
    vi.advanceTimersByTime(2_000)
    expect(messages.slice(1).map(({ type }) => type)).toEqual(['fresh'])
  })

  test('gets a document whole, and null when it is gone', () => {
    beginWith(web(1))
    const { messages } = heardBy('service:web')
    listServices(web(2))
    vi.advanceTimersByTime(100)
    expect(messages.at(-1)).toMatchObject({ type: 'view', view: { document: { labels: { index: '2' } } } })
    listServices()
    vi.advanceTimersByTime(100)
    expect(messages.at(-1)).toMatchObject({ type: 'view', topic: 'service:web', view: { document: null } })
  })

  test('gets the whole of another swarm, and no rows of the old one', () => {
    beginWith(web(1))
    const { messages } = heardBy('services')
    store.begin('swarm-2')
    listServices(web(1, 'other'))
    store.completeFirstList()
    vi.advanceTimersByTime(100)
    expect(messages.slice(1)).toMatchObject([
      { type: 'view', view: { stamp: { swarmId: 'swarm-2' }, rows: [{ id: 'other' }] } },
    ])
  })

  test('hears nothing any more when he has left', () => {
    beginWith(web(1))
    const { messages, leave } = heardBy('services', 'service:web')
    leave()
    listServices()
    vi.advanceTimersByTime(10_000)
    expect(messages).toHaveLength(2)
    expect(hub.isWatched).toBe(false)
  })
})

test('everybody gets the same text, made once', () => {
  beginWith(web(1))
  const frames: Frame[][] = [[], []]
  for (const heard of frames) hub.subscribe(['services'], (frame) => heard.push(frame))
  listServices(service({ Name: 'new', replicas: 0 }))
  vi.advanceTimersByTime(100)
  expect(frames[0]).toHaveLength(2)
  expect(frames[0]?.every((frame, at) => frame === frames[1]?.[at])).toBe(true)
})

test('a view for a page is up to date at once, and those who listen hear of it then', () => {
  beginWith(web(1))
  const { messages } = heardBy('services')
  listServices()
  expect(hub.view('services').rows).toEqual([])
  expect(messages.at(-1)).toMatchObject({ type: 'rows', removed: ['web'] })
})

test('while the engine is away its silence is told every now and then, and its age stays', () => {
  beginWith(web(1))
  const { messages } = heardBy('swarm')
  vi.advanceTimersByTime(60_000)
  const fresh = messages.filter((message) => message.type === 'fresh')
  expect(fresh.length).toBeGreaterThanOrEqual(3)
  expect(new Set(fresh.map(({ stamp }) => stamp.asOf)).size).toBe(1)
})

test('operations come from their own source', () => {
  let tell = (_ids: readonly string[]) => {}
  hub.setOperations({
    rows: () => [],
    row: () => null,
    onChange: (listener) => {
      tell = listener
      return () => undefined
    },
  })
  const { messages } = heardBy('operations', 'operation:1')
  const before = store.stamp().revision
  tell(['1'])
  vi.advanceTimersByTime(100)
  expect(messages).toHaveLength(2)
  expect(store.stamp().revision).toBeGreaterThan(before)
})
