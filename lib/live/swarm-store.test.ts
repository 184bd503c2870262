import { expect, test, vi } from 'vitest'
import type { Change } from '@/lib/swarm/reducer/change'
import { service } from '@/lib/swarm/testing/service'
import { type StoreNews, SwarmStore } from './swarm-store'

const found = (Name: string, askedAt: number): Change => {
  return { type: 'found', kind: 'service', object: service({ Name }), askedAt }
}

function take(store: SwarmStore, name: string) {
  const ticket = store.ticket()
  return store.take(ticket, [found(name, ticket.askedAt)])
}

test('nobody sees the snapshot before everything was listed once', () => {
  const store = new SwarmStore()
  const news = vi.fn<(news: StoreNews) => void>()
  store.begin('swarm-1')
  store.news.add(news)
  take(store, 'web')
  expect([store.snapshot(), store.stamp().asOf, news.mock.calls.length]).toEqual([null, 0, 0])
  store.completeFirstList()
  expect(store.snapshot()?.service.size).toBe(1)
  expect(store.stamp().asOf).toBeGreaterThan(0)
  expect(news).toHaveBeenCalledWith({ type: 'replaced' })
})

test('the same swarm keeps its snapshot and epoch, another one begins anew', () => {
  const store = new SwarmStore()
  store.begin('swarm-1')
  take(store, 'web')
  store.completeFirstList()
  const { epoch } = store.stamp()
  store.begin('swarm-1')
  expect(store.snapshot()?.service.size).toBe(1)
  expect(store.stamp().epoch).toBe(epoch)
  store.begin('swarm-2')
  expect(store.snapshot()).toBeNull()
  expect(store.stamp().epoch).not.toBe(epoch)
})

test('an answer that was asked of the swarm before is dropped', () => {
  const store = new SwarmStore()
  store.begin('swarm-1')
  const ticket = store.ticket()
  store.begin('swarm-2')
  expect(store.take(ticket, [found('web', ticket.askedAt)])).toBeNull()
  store.completeFirstList()
  expect(store.snapshot()?.service.size).toBe(0)
})

test('the snapshot is as old as the question, not as its answer', () => {
  vi.useFakeTimers({ now: 1_000 })
  const store = new SwarmStore()
  store.begin('swarm-1')
  const ticket = store.ticket()
  vi.setSystemTime(9_000)
  store.take(ticket, [])
  store.completeFirstList()
  expect(store.stamp().asOf).toBe(1_000)
  vi.useRealTimers()
})
