import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Engine } from '@/lib/engine/engine'
import {
  ask,
  createConfig,
  createService,
  engineAt,
  type FaultyManager,
  faultyManager,
  freshName,
  idleSpec,
  readService,
} from '@/lib/engine/testing/test-swarm'
import type { Service } from '@/lib/swarm/engine-types'
import { type Live, makeLive } from './live'
import type { Frame } from './topics/audience'

let live: Live
let manager: FaultyManager

/** A watcher on the manager, behind a proxy that counts its requests. */
async function watch(engine?: Engine): Promise<void> {
  manager = await faultyManager()
  live = makeLive(engine ?? manager.engine)
  live.start()
  await vi.waitFor(() => live.snapshot(), { timeout: 60_000, interval: 10 })
}

beforeEach(() => watch())
afterEach(() => live.stop())

/** Waits until the check passes and tells how long that took. */
async function until(check: () => void): Promise<number> {
  const begin = performance.now()
  await vi.waitFor(check, { timeout: 60_000, interval: 10 })
  return performance.now() - begin
}

const serviceNamed = (name: string): Service | undefined =>
  [...live.snapshot().service.values()].find(({ Spec }) => Spec.Name === name)

const configNames = () => [...live.snapshot().config.values()].map(({ Spec }) => Spec.Name)

/** With the listeners that pages have. */
const look = (count: number) =>
  Array.from({ length: count }, () => live.subscribe(['stacks', 'services', 'swarm'], () => undefined))

/** Much sooner than the next list of everything: by an event. How soon is for `npm run measure -- update-delay`. */
const soonMs = 5_000

async function soon(check: () => void): Promise<void> {
  expect(await until(check)).toBeLessThan(soonMs)
}

describe('the snapshot', () => {
  test('holds what is there', async () => {
    const engine = engineAt()
    const [services, nodes, networks] = await Promise.all([
      engine.listServices(),
      engine.listNodes(),
      engine.listNetworks(),
    ])
    const { service, node, network, swarmId } = live.snapshot()
    expect([...service.keys()].sort()).toEqual(services.map(({ ID }) => ID).sort())
    expect([...node.keys()].sort()).toEqual(nodes.map(({ ID }) => ID).sort())
    expect([...network.keys()]).toEqual(expect.arrayContaining(networks.map(({ Id }) => Id)))
    expect([...network.values()].map(({ Name }) => Name)).toContain('host')
    expect(live.swarm()).toMatchObject({
      connection: 'live',
      problem: null,
      swarmId,
      nodes: 3,
      nodesReady: 3,
      managers: 1,
    })
  })

  test('shows a new service, its tasks, a changed and a removed one as soon as the engine tells', async () => {
    look(1)
    const name = freshName('event')
    const id = await createService(idleSpec(name))
    await soon(() => expect(serviceNamed(name)).toBeDefined())
    await soon(() => expect(live.snapshot().tasksByService.get(id)).toHaveLength(1))
    const { Version, Spec } = await readService(id)
    const more = { ...Spec, Mode: { Replicated: { Replicas: 3 } } }
    await ask('POST', `/services/${id}/update?version=${Version.Index}`, more)
    await soon(() => expect(live.snapshot().tasksByService.get(id)).toHaveLength(3))
    await ask('DELETE', `/services/${id}`)
    await soon(() => expect(serviceNamed(name)).toBeUndefined())
    await until(() => expect(live.snapshot().tasksByService.get(id)).toBeUndefined())
  })

  test('shows configs that come and go, and never what is in them', async () => {
    const name = freshName('config')
    const id = await createConfig(name, 'a canary that sings')
    await soon(() => expect(configNames()).toContain(name))
    expect(JSON.stringify([...live.snapshot().config.values()])).not.toContain(Buffer.from('canary').toString('base64'))
    expect(live.snapshot().config.get(id)?.Content).toMatchObject({ SizeBytes: 19, Format: 'text' })
    await ask('DELETE', `/configs/${id}`)
    await soon(() => expect(configNames()).not.toContain(name))
  })

  test('is read at once after a write of our own', async () => {
    const id = await createService(idleSpec(freshName('own')))
    const { Version, Spec } = await readService(id)
    await manager.engine.updateService({ id, versionIndex: Version.Index, spec: { ...Spec, Labels: { a: 'b' } } })
    expect((await live.refreshService(id))?.Spec.Labels).toEqual({ a: 'b' })
    expect(live.snapshot().service.get(id)?.Spec.Labels).toEqual({ a: 'b' })
    await ask('DELETE', `/services/${id}`)
    expect(await live.refreshService(id)).toBeNull()
    expect(live.snapshot().service.has(id)).toBe(false)
  })
})

describe('the load on the engine', () => {
  const requestsIn = async (ms: number) => {
    manager.proxy.forget()
    await new Promise((resolve) => setTimeout(resolve, ms))
    return manager.proxy.count()
  }

  test('of a hundred who look is that of one', async () => {
    look(1)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const one = await requestsIn(4_000)
    const frames = vi.fn<(frame: Frame) => void>()
    for (let index = 0; index < 100; index += 1)
      live.subscribe(['stacks', 'services', 'nodes', 'configs', 'swarm'], frames)
    const hundred = await requestsIn(4_000)
    expect(frames).toHaveBeenCalledWith(expect.objectContaining({ topic: 'stacks' }))
    // A list of everything, of eight requests, may fall into either time.
    expect(hundred).toBeLessThanOrEqual(one + 8)
  })

  test('grows while somebody waits for a service, and falls when he has seen it', async () => {
    const id = await createService(idleSpec(freshName('wait')))
    await until(() => expect(live.snapshot().service.has(id)).toBe(true))
    const release = live.attend([id])
    manager.proxy.forget()
    const took = await until(() => expect(manager.proxy.count(/^GET \/tasks\?filters/)).toBeGreaterThanOrEqual(4))
    expect(took).toBeLessThan(3_000)
    release()
  })
})

describe('a message', () => {
  test('carries only the rows that changed, is made once and goes to everybody', async () => {
    const [name, other] = [freshName('row'), freshName('other')]
    await createService(idleSpec(other, { Mode: { Replicated: { Replicas: 0 } } }))
    await until(() => expect(serviceNamed(other)).toBeDefined())
    const texts: string[][] = [[], []]
    for (const heard of texts) live.subscribe(['services'], ({ text }) => heard.push(text))
    await createService(idleSpec(name))
    await until(() => expect(texts[0]?.join()).toContain(name))
    const [mine, theirs] = texts.map((heard) => heard.filter((text) => text.includes('"type":"rows"')))
    expect(mine).toEqual(theirs)
    const changes = (mine ?? []).map((text) => JSON.parse(text))
    expect(changes.flatMap(({ upserted }) => upserted.map((row: { id: string }) => row.id))).toContain(name)
    expect(JSON.stringify(changes)).not.toContain(other)
  })
})
