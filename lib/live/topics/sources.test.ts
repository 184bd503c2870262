import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PolicyRow } from '@/lib/contract/policies'
import type { StreamMessage, Topic } from '@/lib/contract/topics'
import type { RotationsSource } from '@/lib/live/rotations-source'
import { SwarmStore } from '@/lib/live/swarm-store'
import { swarmView } from '@/lib/live/swarm-view'
import { defaultPolicy } from '@/lib/rotation/policy'
import { secret } from '@/lib/swarm/testing/secret'
import { TopicHub } from './topic-hub'

let store: SwarmStore
let hub: TopicHub

beforeEach(() => {
  vi.useFakeTimers()
  store = new SwarmStore()
  const standing = { connection: 'live', since: 0, problem: null, info: null } as const
  hub = new TopicHub({ store, swarmView: () => swarmView(standing, store.snapshot()), onWatched: () => undefined })
  store.begin('swarm-1')
  const ticket = store.ticket()
  const objects = [secret({ Name: 'key' }), secret({ Name: 'key_v2' })]
  store.take(ticket, [{ type: 'list', kind: 'secret', objects, askedAt: ticket.askedAt }])
  store.completeFirstList()
})

afterEach(() => {
  hub.stop()
  vi.useRealTimers()
})

function heardBy(...topics: Topic[]): StreamMessage[] {
  const messages: StreamMessage[] = []
  hub.subscribe(topics, ({ text }) => messages.push(JSON.parse(text)))
  return messages
}

test('who rotated to a version is in its row and on the pages of all versions, as soon as it is known', () => {
  const note = { operationId: 'op1', actorName: 'ann', at: 5 }
  let known = false
  let tell: Parameters<RotationsSource['onChange']>[0] = () => undefined
  hub.setRotations({
    lastTo: (kind, name) => (known && kind === 'secret' && name === 'key_v2' ? note : null),
    onChange: (listener) => {
      tell = listener
      return () => undefined
    },
  })
  const messages = heardBy('secrets', 'secret:key', 'config:key')
  known = true
  tell('secret', ['key_v2'])
  vi.advanceTimersByTime(100)
  expect(messages.slice(3)).toMatchObject([
    { type: 'rows', topic: 'secrets', upserted: [{ id: 'key_v2', rotated: note }] },
    { type: 'view', topic: 'secret:key', view: { document: { versions: [{ rotated: null }, { rotated: note }] } } },
  ])
})

test('policies come from their own source, and all of them anew with another swarm', () => {
  const row = (id: string): PolicyRow => ({
    ...defaultPolicy,
    id,
    kind: 'secret',
    family: id,
    updatedAt: 0,
    updatedBy: 'ann',
    current: null,
  })
  let rows = [row('a')]
  let tell = (_ids: readonly string[]) => {}
  hub.setPolicies({
    rows: () => rows,
    row: (id) => rows.find((one) => one.id === id) ?? null,
    onChange: (listener) => {
      tell = listener
      return () => undefined
    },
  })
  const messages = heardBy('policies')
  rows = [row('a'), row('b')]
  tell(['a', 'b'])
  vi.advanceTimersByTime(100)
  expect(messages.at(-1)).toMatchObject({ type: 'rows', topic: 'policies', upserted: [{ id: 'b' }], removed: [] })
  rows = [row('c')]
  store.begin('swarm-2')
  store.completeFirstList()
  vi.advanceTimersByTime(100)
  expect(messages.at(-1)).toMatchObject({ type: 'view', topic: 'policies', view: { rows: [{ id: 'c' }] } })
})
