import { expect, onTestFinished, test } from 'vitest'
import type { NetworkBody } from '@/lib/compose/convert/bodies'
import { converted } from '@/lib/deploy/testing/converted'
import type { ServiceSpec } from '@/lib/swarm/engine-types'
import { ask, createConfig, engineAt, freshName, idleSpec } from './testing/test-swarm'

const engine = engineAt()

function network(Name: string): NetworkBody {
  return {
    ...{ Name, Driver: 'overlay', Scope: '', IPAM: null, Internal: false, Attachable: false, Ingress: false },
    ...{ ConfigOnly: false, ConfigFrom: null, Options: null, Labels: { team: 'data' }, CheckDuplicate: true },
  }
}

test('a network is made, found by its exact name, and removed; its name is taken meanwhile', async () => {
  const name = freshName('net')
  const id = await engine.createNetwork(network(name))
  expect(await engine.findNetwork(name)).toMatchObject({ Id: id, Scope: 'swarm', Labels: { team: 'data' } })
  expect(await engine.findNetwork(id.slice(0, 12))).toBeNull()
  await expect(engine.createNetwork(network(name))).rejects.toMatchObject({
    code: 'name_taken',
    params: { kind: 'network', name },
  })
  await engine.removeNetwork(id)
  expect(await engine.findNetwork(name)).toBeNull()
  await expect(engine.removeNetwork(id)).rejects.toMatchObject({ code: 'not_found', params: { kind: 'network' } })
})

test('a network that a service uses is kept', async () => {
  const name = freshName('net')
  const id = await engine.createNetwork(network(name))
  const spec = idleSpec(freshName('user'))
  spec.TaskTemplate.Networks = [{ Target: name }]
  const serviceId = await engine.createService({ spec })
  await expect(engine.removeNetwork(id)).rejects.toMatchObject({ code: 'still_in_use', params: { kind: 'network' } })
  await engine.removeService(serviceId)
  await expect.poll(() => engine.removeNetwork(id).then(() => 'gone')).toBe('gone')
})

/** As a stack file makes it, with a number that JavaScript cannot hold. */
const file = `
services:
  web:
    image: busybox
    restart: "on-failure:-1"
    networks: [outside]
    deploy: {placement: {constraints: [node.labels.none==1]}}
networks:
  outside: {external: true, name: host}
`

test('a service is made with numbers of 64 bits, found by its exact name, and removed', async () => {
  const stack = freshName('made')
  const [spec] = converted(file, { stack, apiVersion: '1.41' }).services
  if (!spec) throw new Error('the file has a service')
  expect(spec.TaskTemplate.RestartPolicy?.MaxAttempts).toBe(18_446_744_073_709_551_615n)
  const id = await engine.createService({ spec })
  onTestFinished(() =>
    ask('DELETE', `/services/${id}`).then(
      () => undefined,
      () => undefined,
    ),
  )
  // JavaScript rounds what it reads; a number that was rounded before would have been refused as too large.
  const stored = await ask<ServiceSpec>('GET', `/services/${id}`)
  expect(JSON.stringify(stored)).toContain('"MaxAttempts":18446744073709552000')
  expect((await engine.findService(spec.Name))?.ID).toBe(id)
  expect(await engine.findService(id)).toBeNull()
  await expect(engine.createService({ spec })).rejects.toMatchObject({ code: 'name_taken' })
  await engine.removeService(id)
  expect(await engine.findService(spec.Name)).toBeNull()
})

test('what a service lacks is named: a network, a free port', async () => {
  const spec = idleSpec(freshName('lacks'))
  spec.TaskTemplate.Networks = [{ Target: 'nowhere' }]
  await expect(engine.createService({ spec })).rejects.toMatchObject({
    code: 'not_found',
    params: { kind: 'network', name: 'nowhere' },
  })
  const EndpointSpec = { Ports: [{ TargetPort: 80, PublishedPort: 33_123, Protocol: 'tcp', PublishMode: 'ingress' }] }
  const first = freshName('port')
  const id = await engine.createService({ spec: idleSpec(first, { EndpointSpec }) })
  onTestFinished(() => engine.removeService(id))
  await expect(engine.createService({ spec: idleSpec(freshName('port'), { EndpointSpec }) })).rejects.toMatchObject({
    code: 'port_taken',
    params: { port: 33_123, service: first },
  })
})

test('labels of configs and secrets are replaced, and another content is refused', async () => {
  const name = freshName('labels')
  const id = await createConfig(name, 'one')
  const { Version } = await engine.inspectConfig(id)
  const change = { id, name, labels: { a: 'b' } }
  await engine.relabelConfig({ ...change, versionIndex: Version.Index, data: Buffer.from('one') })
  const { Version: next, Spec } = await engine.inspectConfig(id)
  expect(Spec.Labels).toEqual({ a: 'b' })
  const other = { ...change, versionIndex: next.Index, data: Buffer.from('two') }
  await expect(engine.relabelConfig(other)).rejects.toMatchObject({ code: 'content_differs', params: { name } })
  await expect(engine.relabelConfig({ ...change, versionIndex: Version.Index })).rejects.toMatchObject({
    code: 'version_conflict',
  })

  const secretId = await engine.createSecret({ name, labels: {}, data: Buffer.from('one'), templating: null })
  onTestFinished(() => engine.removeSecret(secretId))
  const secret = { id: secretId, name, labels: { a: 'b' } }
  const versionIndex = (await engine.inspectSecret(secretId)).Version.Index
  const wrong = { ...secret, versionIndex, data: Buffer.from('two') }
  await expect(engine.relabelSecret(wrong)).rejects.toMatchObject({ code: 'content_differs', params: { name } })
  await engine.relabelSecret({ ...secret, versionIndex })
  expect((await engine.inspectSecret(secretId)).Spec.Labels).toEqual({ a: 'b' })
})

test('tasks of a stack are listed by its label, also when their service is gone', async () => {
  const stack = freshName('stack')
  const Labels = { 'com.docker.stack.namespace': stack }
  const id = await engine.createService({ spec: idleSpec(`${stack}_web`, { Labels }) })
  await expect.poll(() => engine.listTasks({ stack })).toMatchObject([{ ServiceID: id }])
  await engine.removeService(id)
  await expect.poll(() => engine.listTasks({ stack })).toEqual([])
})

test('a registry that cannot be reached is told within the time that was allowed', async () => {
  const before = Date.now()
  const question = { image: 'skep/stand-in:1', registryAuth: null, limitMs: 2000 }
  await expect(engine.inspectDistribution(question)).rejects.toMatchObject({ name: 'AppError' })
  expect(Date.now() - before).toBeLessThan(9_000)
})
