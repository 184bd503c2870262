import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { ServiceSpec } from '@/lib/swarm/engine-types'
import {
  ask,
  createConfig,
  createService,
  engineAt,
  faultyManager,
  freshName,
  idleSpec,
  readService,
  testSwarm,
} from './testing/test-swarm'

describe('the version of the API', () => {
  test('is the newest of the engine, and asked for once per connection', async () => {
    const { engine, proxy } = await faultyManager()
    const [info] = await Promise.all([engine.info(), engine.listServices(), engine.listNodes()])
    await engine.listSecrets()
    const { ApiVersion } = await ask<{ ApiVersion: string }>('GET', '/version')
    expect(info.apiVersion).toBe(ApiVersion)
    expect(proxy.count(/^GET \/version/)).toBe(1)
  })

  test('is asked for again when the connection was lost', async () => {
    const { engine, proxy } = await faultyManager()
    await engine.listNodes()
    proxy.rules.push({ match: /^GET \/nodes/, fault: 'refuse', times: 1 })
    await expect(engine.listNodes()).rejects.toMatchObject({ code: 'engine_unreachable' })
    await engine.listNodes()
    expect(proxy.count(/^GET \/version/)).toBe(2)
  })
})

describe('a spec', () => {
  const full = (name: string): ServiceSpec & Record<string, unknown> => ({
    Name: name,
    Labels: { ...Object.fromEntries([['__proto__', 'a label like any other']]), constructor: 'too', 'io.example': 'ä' },
    TaskTemplate: {
      ContainerSpec: {
        Image: 'busybox:latest',
        Env: ['A=1', 'B='],
        Healthcheck: { Test: ['CMD', 'true'], Interval: 1_000_000_000 },
        // The last two are of API 1.41: a request to an older path would drop them without a word.
        ...{ TTY: true, Sysctls: { 'net.core.somaxconn': '10' } },
        ...{ CapabilityAdd: ['CAP_NET_RAW'], Ulimits: [{ Name: 'nofile', Hard: 10, Soft: 10 }] },
      },
      Resources: { Limits: { NanoCPUs: 500_000_000, MemoryBytes: 8_388_608 } },
      RestartPolicy: { Condition: 'on-failure', Delay: 1, MaxAttempts: 3 },
      Placement: {
        Constraints: ['node.labels.none==1'],
        Preferences: [{ Spread: { SpreadDescriptor: 'node.labels.zone' } }],
      },
      ForceUpdate: 4,
    },
    Mode: { Replicated: { Replicas: 0 } },
    UpdateConfig: { Parallelism: 2, Delay: 5, FailureAction: 'rollback', Monitor: 5_000_000_000, MaxFailureRatio: 0.1 },
    EndpointSpec: { Mode: 'dnsrr' },
  })

  test('comes back as it was sent, also with fields that we do not know', async () => {
    const id = await createService(full(freshName('spec')))
    const engine = engineAt()
    const before = await engine.inspectService(id)
    await engine.updateService({ id, versionIndex: before.Version.Index, spec: before.Spec })
    const after = await readService(id)
    expect(after.Version.Index).toBeGreaterThan(before.Version.Index)
    expect(after.Spec).toEqual(before.Spec)
    expect(after.Spec).toMatchObject({
      TaskTemplate: { ContainerSpec: { CapabilityAdd: ['CAP_NET_RAW'], Ulimits: [{ Name: 'nofile' }] } },
    })
    expect(Object.hasOwn(after.Spec.Labels ?? {}, '__proto__')).toBe(true)
  })

  test('with a number that JavaScript has rounded is not sent back', async () => {
    const spec = idleSpec(freshName('huge'), { UpdateConfig: { Delay: 2 ** 60 } })
    await expect(engineAt().updateService({ id: 'any', versionIndex: 1, spec })).rejects.toMatchObject({
      code: 'engine_refused',
    })
  })
})

describe('configs', () => {
  test('are summarized in the list, and their bytes are given only when asked for', async () => {
    const engine = engineAt()
    const data = Buffer.from([0, 255, 128, 10, 13, 10])
    const name = freshName('bytes')
    const id = await engine.createConfig({ name, labels: { a: 'b' }, data, templating: null })
    onTestFinished(() => engine.removeConfig(id))
    const listed = (await engine.listConfigs()).find(({ ID }) => ID === id)
    expect(listed?.Content).toMatchObject({ SizeBytes: 6, Format: 'binary' })
    expect(listed?.Spec).toEqual({ Name: name, Labels: { a: 'b' } })
    const read = await engine.readConfig(id)
    expect(read.data).toEqual(data)
    expect(read.config).toEqual(listed)
  })

  test('a list of many megabytes is never held as a whole', async () => {
    const stem = freshName('big')
    const body = Buffer.alloc(1_000_000, 'x')
    await Promise.all(Array.from({ length: 8 }, (_, index) => createConfig(`${stem}-${index}`, body)))
    const engine = engineAt()
    await engine.listConfigs()
    const mostHeldBytes = watchMemory()
    const configs = await engine.listConfigs()
    expect(configs.filter(({ Content }) => Content?.SizeBytes === 1_000_000)).toHaveLength(8)
    // The answer has 11 MB. A body takes 1.3 MB as it arrives, as much as a text, and 1 MB when it is decoded.
    expect(mostHeldBytes()).toBeLessThan(6_000_000)
  })

  test('are found by their exact name only, though the engine finds beginnings', async () => {
    const name = freshName('find')
    await createConfig(`${name}-v2`)
    expect(await engineAt().findConfig(name)).toBeNull()
    const id = await createConfig(name)
    expect((await engineAt().findConfig(name))?.ID).toBe(id)
  })
})

describe('secrets', () => {
  test('are created, found and removed, and nothing of their value comes back', async () => {
    const engine = engineAt()
    const name = freshName('secret')
    const id = await engine.createSecret({ name, labels: {}, data: Buffer.from('canary'), templating: null })
    const found = await engine.findSecret(name)
    expect(found?.ID).toBe(id)
    expect(JSON.stringify([found, await engine.inspectSecret(id)])).not.toContain(
      Buffer.from('canary').toString('base64'),
    )
    await engine.removeSecret(id)
    expect(await engine.findSecret(name)).toBeNull()
  })
})

describe('lists', () => {
  test('asked for by many at once are asked for twice at most', async () => {
    const { engine, proxy } = await faultyManager()
    await Promise.all(Array.from({ length: 20 }, () => engine.listTasks()))
    expect(proxy.count(/^GET \/tasks/)).toBe(2)
  })

  test('run four at once and no more, whoever asks', async () => {
    const { engine, proxy } = await faultyManager()
    await engine.info()
    proxy.rules.push({ match: /^GET \/nodes\//, fault: 'hang' })
    const reads = Promise.allSettled(Array.from({ length: 10 }, (_, index) => engine.inspectNode(`node-${index}`)))
    await vi.waitFor(() => expect(proxy.open(/^GET \/nodes\//)).toBe(4), 60_000)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(proxy.open(/^GET \/nodes\//)).toBe(4)
    proxy.rules.length = 0
    proxy.cutAll()
    await reads
    expect(proxy.count(/^GET \/nodes\//)).toBe(10)
  })

  test('of networks hold those of the swarm, each with what an inspection gives', async () => {
    const engine = engineAt()
    const networks = await engine.listNetworks()
    const ingress = networks.find((network) => network.Ingress)
    expect(networks.every(({ Scope }) => Scope === 'swarm')).toBe(true)
    const inspected = await engine.inspectNetwork(ingress?.Id ?? '')
    expect(Object.keys(inspected)).toEqual(Object.keys(ingress ?? {}))
    expect((await engine.listPredefinedNetworks()).map(({ Name }) => Name)).toContain('host')
  })
})

describe('events', () => {
  test('come with kind, id and name, and end with the signal', async () => {
    const stop = new AbortController()
    const name = freshName('event')
    const seen = new Promise((resolve) => {
      const onEvent = (event: { name: string | null }) => event.name === name && resolve(event)
      void engineAt().watchEvents({
        signal: stop.signal,
        onEvent,
        onOpen: () => void createConfig(name),
      })
    })
    await expect(seen).resolves.toMatchObject({ kind: 'config', action: 'create', name })
    stop.abort()
  })

  test('a stream that the engine ends resolves, one that cannot begin rejects', async () => {
    const { engine, proxy } = await faultyManager()
    const watching = engine.watchEvents({
      signal: new AbortController().signal,
      onEvent: () => {},
      onOpen: () => proxy.cutAll(),
    })
    await expect(watching).rejects.toMatchObject({ code: 'engine_unreachable' })
    proxy.rules.push({ match: /^GET \/events/, fault: 'refuse' })
    const refused = engine.watchEvents({ signal: new AbortController().signal, onEvent: () => {} })
    await expect(refused).rejects.toMatchObject({ code: 'engine_unreachable' })
  })
})

test('a worker says that it is no manager', async () => {
  const worker = engineAt(testSwarm().workers[0])
  expect(await worker.info()).toMatchObject({ localNodeState: 'active', isManager: false })
  await expect(worker.listServices()).rejects.toMatchObject({ code: 'not_a_manager' })
})

/** Watches what is really held, garbage apart, while something runs; the returned function says how much it was at most. */
function watchMemory(): () => number {
  setFlagsFromString('--expose-gc')
  const collectGarbage: () => void = runInNewContext('gc')
  const heldBytes = () => {
    collectGarbage()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  const before = heldBytes()
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, heldBytes())
  }, 5)
  return () => {
    clearInterval(timer)
    return most - before
  }
}
