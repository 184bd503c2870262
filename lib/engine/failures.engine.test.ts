import { describe, expect, test } from 'vitest'
import {
  createConfig,
  createService,
  engineAt,
  faultyManager,
  freshName,
  idleSpec,
  readService,
} from './testing/test-swarm'

describe('what the engine refuses', () => {
  test('an update with an old index is a conflict', async () => {
    const id = await createService(idleSpec(freshName('conflict')))
    const { Version, Spec } = await readService(id)
    const engine = engineAt()
    const update = { id, versionIndex: Version.Index, spec: Spec }
    const results = await Promise.allSettled([engine.updateService(update), engine.updateService(update)])
    const failures = results.filter((result) => result.status === 'rejected')
    expect(failures.map(({ reason }) => reason.code)).toEqual(['version_conflict'])
  })

  test('a name that is taken, also in other letters, is told with the name', async () => {
    const name = freshName('taken')
    await createConfig(name)
    const again = { name: name.toUpperCase(), labels: {}, data: Buffer.from('x'), templating: null }
    await expect(engineAt().createConfig(again)).rejects.toMatchObject({
      code: 'name_taken',
      params: { kind: 'config', name: name.toUpperCase() },
    })
  })

  test('a config in use is told with its users', async () => {
    const [configName, serviceName] = [freshName('used'), freshName('user')]
    const id = await createConfig(configName)
    const spec = idleSpec(serviceName)
    const reference = { ConfigID: id, ConfigName: configName, File: { Name: '/x', UID: '0', GID: '0', Mode: 292 } }
    spec.TaskTemplate.ContainerSpec = { Image: 'busybox', Configs: [reference] }
    await createService(spec)
    await expect(engineAt().removeConfig(id)).rejects.toMatchObject({
      code: 'still_in_use',
      params: { services: [serviceName] },
    })
  })

  test('content beyond the limit is told with the limit', async () => {
    const data = Buffer.alloc(1_024_000, 'x')
    const wanted = { name: freshName('large'), labels: {}, data, templating: null }
    await expect(engineAt().createConfig(wanted)).rejects.toMatchObject({
      code: 'too_large',
      params: { limitBytes: 1_024_000 },
    })
  })

  test('what is not there is told by kind and name', async () => {
    await expect(engineAt().inspectService('nobody')).rejects.toMatchObject({
      code: 'not_found',
      params: { kind: 'service', name: 'nobody' },
    })
  })

  test('anything else keeps the text of the engine', async () => {
    const wanted = { name: 'not a name', labels: {}, data: Buffer.from('x'), templating: null }
    await expect(engineAt().createConfig(wanted)).rejects.toMatchObject({
      code: 'engine_refused',
      params: { engineText: expect.stringContaining('invalid name') },
    })
  })

  test('a second swarm on the same engine', async () => {
    await expect(engineAt().initSwarm({ advertiseAddress: '127.0.0.1' })).rejects.toMatchObject({
      code: 'engine_refused',
      params: { engineText: expect.stringContaining('already part of a swarm') },
    })
  })
})

describe('a write of which no answer came', () => {
  const config = () => ({ name: freshName('lost'), labels: {}, data: Buffer.from('x'), templating: null })

  test('has an unknown outcome, for it may have been done', async () => {
    const { engine, proxy } = await faultyManager()
    proxy.rules.push({ match: /^POST \/configs/, fault: 'lose-reply', times: 1 })
    const wanted = config()
    await expect(engine.createConfig(wanted)).rejects.toMatchObject({ code: 'outcome_unknown' })
    const made = await engine.findConfig(wanted.name)
    expect(made?.Spec.Name).toBe(wanted.name)
    await engine.removeConfig(made?.ID ?? '')
  })

  test('has an unknown outcome when the connection breaks while it is sent', async () => {
    const { engine, proxy } = await faultyManager()
    proxy.rules.push({ match: /^POST /, fault: 'refuse' })
    await expect(engine.createConfig(config())).rejects.toMatchObject({ code: 'outcome_unknown' })
  })

  test('has an unknown outcome when the engine says that its own time was over', async () => {
    const { engine, proxy } = await faultyManager()
    const message = 'rpc error: code = DeadlineExceeded desc = context deadline exceeded'
    proxy.rules.push({ match: /^POST /, fault: 'status', status: 500, message })
    await expect(engine.createConfig(config())).rejects.toMatchObject({ code: 'outcome_unknown' })
  })

  test('is not unknown when there was no connection at all', async () => {
    const engine = engineAt('/run/nowhere/docker.sock')
    await expect(engine.createConfig(config())).rejects.toMatchObject({
      code: 'engine_unreachable',
      params: { endpoint: 'unix:///run/nowhere/docker.sock', reason: 'ENOENT' },
    })
  })

  test('is not unknown when only the version could not be learnt', async () => {
    const { engine, proxy } = await faultyManager()
    proxy.rules.push({ match: /^GET \/version/, fault: 'refuse' })
    await expect(engine.createConfig(config())).rejects.toMatchObject({ code: 'engine_unreachable' })
    expect(proxy.count(/^POST /)).toBe(0)
  })
})

describe('a read', () => {
  test('that is never answered ends after ten seconds', async () => {
    const { engine, proxy } = await faultyManager()
    await engine.listNodes()
    proxy.rules.push({ match: /^GET \/nodes/, fault: 'hang' })
    const begin = performance.now()
    await expect(engine.listNodes()).rejects.toMatchObject({ code: 'engine_silent' })
    expect(performance.now() - begin).toBeLessThan(20_000)
  })

  test.each(['services', 'tasks', 'configs'])(
    'of %s that breaks off in the middle is a failure, not a short list',
    async (kind) => {
      const { engine, proxy } = await faultyManager()
      await createService(idleSpec(freshName('torn')))
      await createConfig(freshName('torn'))
      proxy.rules.push({ match: new RegExp(`^GET /${kind}`), fault: 'cut', afterBytes: 50 })
      const lists = { services: engine.listServices, tasks: engine.listTasks, configs: engine.listConfigs }
      await expect(Reflect.get(lists, kind)()).rejects.toMatchObject({ code: 'engine_unreachable' })
    },
  )

  test('without a leader says that there is no quorum', async () => {
    const { engine, proxy } = await faultyManager()
    const message =
      "rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online."
    proxy.rules.push({ match: /^GET \/services/, fault: 'status', status: 500, message })
    await expect(engine.listServices()).rejects.toMatchObject({ code: 'no_quorum' })
  })
})
