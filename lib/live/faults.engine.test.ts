import { expect, onTestFinished, test, vi } from 'vitest'
import {
  ask,
  createConfig,
  createService,
  engineAt,
  type FaultyManager,
  faultyManager,
  freshName,
  idleSpec,
  testSwarm,
} from '@/lib/engine/testing/test-swarm'
import { engineAction } from '@/scripts/sandbox/sandbox.mjs'
import { type Live, makeLive } from './live'

async function watch(): Promise<FaultyManager & { live: Live }> {
  const manager = await faultyManager()
  const live = makeLive(manager.engine)
  onTestFinished(() => live.stop())
  live.start()
  live.subscribe(['swarm', 'services'], () => undefined)
  await vi.waitFor(() => live.snapshot(), { timeout: 60_000, interval: 20 })
  return { ...manager, live }
}

const becomes = (live: Live, expected: object, timeout = 60_000) =>
  vi.waitFor(() => expect(live.swarm()).toMatchObject(expected), { timeout, interval: 50 })

const names = (live: Live) => [...live.snapshot().service.values()].map(({ Spec }) => Spec.Name)

test('the engine stops and starts: the last snapshot stays meanwhile, and news are there afterwards', async () => {
  const { live } = await watch()
  const [before, after] = [freshName('before'), freshName('after')]
  await createService(idleSpec(before))
  await vi.waitFor(() => expect(names(live)).toContain(before), { timeout: 60_000 })
  const { sandbox } = testSwarm()
  await engineAction(sandbox, 'node1', 'stop')
  await becomes(live, { connection: 'away', problem: { code: 'engine_unreachable' } })
  expect(names(live)).toContain(before)
  expect(live.stamp().asOf).toBeLessThan(Date.now())
  await engineAction(sandbox, 'node1', 'start')
  // The engine answers before its swarm has found a leader again.
  await vi.waitFor(() => createService(idleSpec(after)), { timeout: 60_000, interval: 500 })
  await becomes(live, { connection: 'live', problem: null })
  await vi.waitFor(() => expect(names(live)).toContain(after), { timeout: 60_000 })
  expect(names(live)).toContain(before)
})

test('the engine freezes: its silence is noticed, and its coming back, too', async () => {
  const { live } = await watch()
  const { sandbox } = testSwarm()
  await engineAction(sandbox, 'node1', 'freeze')
  try {
    await becomes(live, { connection: 'away', problem: { code: 'engine_silent' } })
    expect(live.snapshot().node.size).toBe(3)
  } finally {
    await engineAction(sandbox, 'node1', 'thaw')
  }
  await becomes(live, { connection: 'live' })
})

test('without a quorum the problem is told, and the snapshot stays', async () => {
  const { live, proxy } = await watch()
  const message =
    "rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers …"
  proxy.rules.push({
    match: /^GET \/(services|tasks|nodes|networks|secrets|configs)/,
    fault: 'status',
    status: 500,
    message,
  })
  await becomes(live, { connection: 'away', problem: { code: 'no_quorum' } })
  expect(live.snapshot().node.size).toBe(3)
  proxy.rules.length = 0
  await becomes(live, { connection: 'live' })
})

test('a worker cannot show the swarm, and says so', async () => {
  const live = makeLive(engineAt(testSwarm().workers[0]))
  onTestFinished(() => live.stop())
  live.start()
  await becomes(live, { connection: 'away', problem: { code: 'not_a_manager' }, swarmId: null })
  expect(() => live.snapshot()).toThrow(expect.objectContaining({ code: 'not_a_manager' }))
  expect(live.view('services')).toMatchObject({ stamp: { asOf: 0 }, rows: [] })
})

test('what happens while the stream is cut is there afterwards, more than the engine would replay', async () => {
  const { live, proxy } = await watch()
  proxy.rules.push({ match: /^GET /, fault: 'refuse' })
  proxy.cutAll()
  await becomes(live, { connection: 'away' })
  const stem = freshName('cut')
  const kept = await createConfig(`${stem}-kept`)
  for (let index = 0; index < 150; index += 1) {
    const { ID } = await ask<{ ID: string }>('POST', '/configs/create', { Name: `${stem}-${index}`, Data: 'eA==' })
    await ask('DELETE', `/configs/${ID}`)
  }
  proxy.rules.length = 0
  await becomes(live, { connection: 'live' })
  const mine = [...live.snapshot().config.values()].filter(({ Spec }) => Spec.Name.startsWith(stem))
  expect(mine.map(({ ID }) => ID)).toEqual([kept])
})

test('after a storm of changes and of broken connections the snapshot is what a fresh list says', async () => {
  const { live, proxy } = await watch()
  const stem = freshName('storm')
  const storm = Array.from({ length: 4 }, async (_, worker) => {
    for (let index = 0; index < 6; index += 1) {
      const id = await createService(idleSpec(`${stem}-${worker}-${index}`))
      await createConfig(`${stem}-${worker}-${index}`)
      if (index % 2) await ask('DELETE', `/services/${id}`)
      if (index % 3 === worker % 3) proxy.cutAll()
    }
  })
  await Promise.all(storm)
  await becomes(live, { connection: 'live' })
  const fresh = engineAt()
  await vi.waitFor(
    async () => {
      const [services, configs, tasks] = await Promise.all([
        fresh.listServices(),
        fresh.listConfigs(),
        fresh.listTasks(),
      ])
      const { service, config, task } = live.snapshot()
      const versions = (objects: Iterable<{ ID: string; Version: { Index: number } }>) =>
        new Map([...objects].map(({ ID, Version }) => [ID, Version.Index]))
      expect(versions(service.values())).toEqual(versions(services))
      expect(versions(config.values())).toEqual(versions(configs))
      expect(versions(task.values())).toEqual(versions(tasks))
    },
    { timeout: 60_000, interval: 500 },
  )
})
