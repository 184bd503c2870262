import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { serverNow } from '@/lib/browser/server-clock'
import type { StreamMessage, Topic } from '@/lib/contract/topics'
import { type Browser, LiveHub } from './live-hub'
import type { TabMessage } from './tab-message'

class FakeEventSource {
  static all: FakeEventSource[] = []
  static get open() {
    return FakeEventSource.all.filter((source) => !source.isClosed)
  }
  onmessage: ((event: { data: string }) => void) | null = null
  onerror: (() => void) | null = null
  isClosed = false
  constructor(readonly url: string) {
    FakeEventSource.all.push(this)
  }
  close() {
    this.isClosed = true
  }
  get topics() {
    return new URL(this.url, 'http://skep').searchParams.get('topics')
  }
  send(message: StreamMessage) {
    this.onmessage?.({ data: JSON.stringify(message) })
  }
}

type Waiting = { tab: string; run: () => unknown }

/** One browser: its locks, and the channel between its tabs. A tab that ends gives back what it holds and hears no more. */
class FakeBrowser {
  private queues = new Map<string, Waiting[]>()
  private listeners = new Map<string, (event: { data: TabMessage }) => void>()

  of(tab: string): Browser {
    return {
      locks: {
        request: async (name, run) => {
          const queue = this.queues.get(name) ?? []
          this.queues.set(name, [...queue, { tab, run }])
          if (queue.length === 0) run()
        },
      },
      channel: {
        addEventListener: (_type, listener) => void this.listeners.set(tab, listener),
        postMessage: (data) => {
          for (const [other, listener] of this.listeners) if (other !== tab) setTimeout(() => listener({ data }), 1)
        },
      },
    }
  }

  end(tab: string) {
    this.listeners.delete(tab)
    for (const [name, queue] of this.queues) {
      const rest = queue.filter((waiting) => waiting.tab !== tab)
      this.queues.set(name, rest)
      if (queue[0]?.tab === tab) rest[0]?.run()
    }
  }
}

const stamp = { swarmId: 's', epoch: 'e', revision: 1, asOf: 5 }
const hello: StreamMessage = { type: 'hello', streamId: 'stream1', serverVersion: '1', serverTime: 0 }
const view = (topic: Topic, revision = 1): StreamMessage => ({
  type: 'view',
  topic,
  view: { stamp: { ...stamp, revision }, rows: [{ id: topic }] },
})

let browser: FakeBrowser
let posted: { path: string; topics: Topic[] }[]

const settle = (ms = 100) => vi.advanceTimersByTimeAsync(ms)
const nothing = () => {}
const openTab = (name: string, onSignedOut = nothing) => new LiveHub(onSignedOut, browser.of(name))

beforeEach(() => {
  vi.useFakeTimers()
  FakeEventSource.all = []
  browser = new FakeBrowser()
  posted = []
  vi.stubGlobal('EventSource', FakeEventSource)
  vi.stubGlobal('fetch', async (path: string, init: { method: string; body: string }) => {
    if (init.method === 'POST') posted.push({ path, ...JSON.parse(init.body) })
    return new Response(null, { status: 204 })
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('two tabs share one stream, which asks for what either shows', async () => {
  const first = openTab('one')
  first.show('stacks')
  await settle()
  expect(FakeEventSource.open.map((source) => source.topics)).toEqual(['stacks'])
  FakeEventSource.open[0]?.send(hello)

  openTab('two').show('nodes')
  await settle()
  expect(FakeEventSource.all).toHaveLength(1)
  expect(posted.at(-1)).toEqual({ path: '/api/events/stream1/topics', topics: ['nodes', 'stacks'] })
})

test('what the stream brings reaches the tab that shows it, and only that', async () => {
  const first = openTab('one')
  const second = openTab('two')
  first.show('stacks')
  second.show('nodes')
  await settle()
  FakeEventSource.open[0]?.send(hello)
  FakeEventSource.open[0]?.send(view('nodes'))
  FakeEventSource.open[0]?.send(view('stacks'))
  await settle()
  expect(second.store.viewOf('nodes')).toEqual({ stamp, rows: [{ id: 'nodes' }] })
  expect(second.store.viewOf('stacks')).toBeUndefined()
  expect(second.store.getConnection()).toMatchObject({ stream: 'live', asOf: 5 })
})

test('a tab that shows what the leader already follows has it at once, without the server', async () => {
  const first = openTab('one')
  first.show('stacks')
  await settle()
  FakeEventSource.open[0]?.send(hello)
  FakeEventSource.open[0]?.send(view('stacks', 7))

  const second = openTab('two')
  second.show('stacks')
  await settle()
  expect(second.store.viewOf('stacks')?.stamp.revision).toBe(7)
  expect(second.store.getConnection().stream).toBe('live')
  expect(posted).toEqual([])
})

test('a tab that joins later puts no clock back to when the stream began', async () => {
  const first = openTab('first')
  first.show('stacks')
  await settle()
  FakeEventSource.open[0]?.send({ ...hello, serverTime: Date.now() + 60_000 })
  await settle(30_000)
  const expected = Date.now() + 60_000
  openTab('second').show('stacks')
  await settle()
  expect(Math.abs(serverNow() - expected)).toBeLessThan(1000)
})

test('when the leading tab ends another opens a stream, for what the tabs show that are left', async () => {
  openTab('one').show('stacks')
  openTab('two').show('nodes')
  openTab('three').show('services')
  await settle()
  FakeEventSource.open[0]?.send(hello)
  FakeEventSource.open[0]?.close()
  browser.end('one')
  await settle()
  expect(FakeEventSource.open).toHaveLength(1)
  FakeEventSource.open[0]?.send({ ...hello, streamId: 'stream2' })
  await settle()
  const asked = posted.at(-1)?.topics ?? FakeEventSource.open[0]?.topics?.split(',')
  expect(asked).toEqual(expect.arrayContaining(['nodes', 'services']))
})

test('a tab that crashed is asked for no longer', async () => {
  openTab('one').show('stacks')
  openTab('two').show('nodes')
  await settle()
  FakeEventSource.open[0]?.send(hello)
  await settle()
  browser.end('two')
  await settle()
  expect(posted.at(-1)?.topics).toEqual(['stacks'])
})

test('a topic stays while one of its two users stays', async () => {
  const tab = openTab('one')
  const end = tab.show('stacks')
  tab.show('stacks')
  await settle()
  FakeEventSource.open[0]?.send(hello)
  end()
  await settle()
  expect(posted).toEqual([])
})

test('a lost stream is opened again with the topics of now, and says so meanwhile', async () => {
  const tab = openTab('one')
  tab.show('stacks')
  await settle()
  FakeEventSource.open[0]?.send(hello)
  expect(tab.store.getConnection().stream).toBe('live')
  FakeEventSource.open[0]?.onerror?.()
  expect(tab.store.getConnection().stream).toBe('lost')
  tab.show('nodes')
  await settle(600)
  expect(FakeEventSource.open.map((source) => source.topics)).toEqual(['nodes,stacks'])
  FakeEventSource.open[0]?.send({ ...hello, serverVersion: '2' })
  expect(tab.store.getConnection()).toMatchObject({ stream: 'live', isOutdated: true })
})

test('a stream that is silent for too long is given up', async () => {
  const tab = openTab('one')
  tab.show('stacks')
  await settle()
  FakeEventSource.open[0]?.send(hello)
  await settle(46_000)
  expect(FakeEventSource.all.length).toBeGreaterThan(1)
})

test('who is signed out is sent to sign in, in every tab', async () => {
  const signedOut = [vi.fn<() => void>(), vi.fn<() => void>()]
  openTab('one', signedOut[0]).show('stacks')
  openTab('two', signedOut[1]).show('stacks')
  await settle()
  const problem = { type: 't', title: 't', status: 401, code: 'not_signed_in', params: {} }
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(problem), { status: 401 }))
  FakeEventSource.open[0]?.onerror?.()
  await settle()
  expect(signedOut[0]).toHaveBeenCalled()
  expect(signedOut[1]).toHaveBeenCalled()
})

test('without locks each tab has a stream of its own', async () => {
  const tabs = [new LiveHub(nothing, null), new LiveHub(nothing, null)]
  for (const tab of tabs) tab.show('stacks')
  await settle()
  expect(FakeEventSource.open).toHaveLength(2)
})
