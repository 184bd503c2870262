import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, freshName } from '@/lib/engine/testing/test-swarm'
import { sha256 } from '@/lib/plan/digest'
import { operationLabel } from '@/lib/rotation/family'
import { planConfigRotation, planSecretRotation } from '@/lib/rotation/plan-rotation'
import type { Config, Secret } from '@/lib/swarm/engine-types'
import { FaultCase } from './testing/fault-case'
import type { FaultOrder } from './testing/fault-process'
import { settled, snapshotWith } from './testing/operations-case'
import {
  createConfig,
  createSecret,
  createService,
  readService,
  referencesOf,
  type ServiceWish,
} from './testing/swarm-objects'
import { withServer } from './testing/with-server'

type Rotation = { name: string; ids: string[]; successor: string; order: FaultOrder; skep: FaultCase }

async function configRotation(content: string, wish: Partial<ServiceWish> = { isIdle: true }): Promise<Rotation> {
  const name = `${freshName('nginx')}-conf`
  const config = { id: await createConfig(name, 'first'), name }
  const ids = await Promise.all([0, 1].map((index) => createService({ Name: `${name}-${index}`, config, ...wish })))
  const successor = `${name}_v2`
  const data = Buffer.from(content)
  const rotation = { configId: config.id, name: successor, contentSha256: sha256(data), sizeBytes: data.length }
  const plan = planConfigRotation(await snapshotWith(config.id, ...ids), { ...rotation, serviceIds: ids })
  const order: FaultOrder = { plan, contents: [[successor, data.toString('base64')]] }
  return { name, ids, successor, order, skep: new FaultCase() }
}

async function secretRotation(value: string): Promise<Rotation> {
  const name = `${freshName('password')}-x`
  const successor = `${name}_v2`
  const secret = { id: await createSecret(name, 'first'), name }
  const ids = [await createService({ Name: `${name}-0`, secret, isIdle: true })]
  const plan = planSecretRotation(await snapshotWith(secret.id, ...ids), { secretId: secret.id, name: successor })
  const order: FaultOrder = { plan, secretValues: [[successor, Buffer.from(value).toString('base64')]] }
  return { name, ids, successor, order, skep: new FaultCase() }
}

/** Every place at which a process can die between two things that last: a record, or a change of the swarm. */
const faultPoints = [
  ...['after-record', 'before-step:0', 'after-sent:0', 'after-engine-reply:0', 'after-step:0'],
  ...['before-sent:1', 'after-sent:1', 'after-engine-reply:1', 'after-applied:1', 'before-converged:1', 'after-step:1'],
  ...['after-sent:2', 'after-engine-reply:2', 'before-end', 'after-end'],
]
const secretFaultPoints = ['after-sent:0', 'after-engine-reply:0', 'after-sent:1']

const marker = 'canary-7f3b!q"Zü'
const dead = new Map<string, Rotation>()

/** Processes take long to start, so all of them die at the beginning, a few at a time. */
async function dieAtAll(): Promise<void> {
  const left = [
    ...faultPoints.map((point) => ({ point, key: point, make: () => configRotation('second') })),
    ...secretFaultPoints.map((point) => ({ point, key: `secret ${point}`, make: () => secretRotation(marker) })),
  ]
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const rotation = await next.make()
      expect([next.key, await rotation.skep.die(rotation.order, next.point)]).toEqual([next.key, 'SIGKILL'])
      dead.set(next.key, rotation)
    }
  }
  await Promise.all([worker(), worker(), worker()])
}

const deadAt = (key: string): Rotation => {
  const rotation = dead.get(key)
  if (!rotation) throw new Error(`nothing died at ${key}`)
  return rotation
}

withServer()
beforeAll(dieAtAll)
afterAll(() => {
  for (const { skep } of dead.values()) skep.remove()
})

test.each(faultPoints)('killed at %s, a rotation is finished by the next process, once', async (faultPoint) => {
  const { skep, ids, successor } = deadAt(faultPoint)
  const { operations, ...rest } = await skep.restHere()
  expect(operations).toMatchObject([{ state: 'converged', problem: null }])
  expect(operations[0]?.steps.map((step) => step.state)).toEqual(['converged', 'converged', 'converged'])
  expect(await Promise.all(ids.map(referencesOf))).toEqual([[successor], [successor]])
  expect(await madeBy(operations[0]?.id)).toEqual([successor])
  expect(rest).toEqual({ audit: ['config.rotate intent', 'config.rotate done'], brokenAt: null, keptPayloads: 0 })
})

async function madeBy(operationId: string | undefined): Promise<string[]> {
  const configs = await ask<Config[]>('GET', '/configs')
  return configs.filter(({ Spec }) => Spec.Labels?.[operationLabel] === operationId).map(({ Spec }) => Spec.Name)
}

test('killed before it is recorded, an operation never was', async () => {
  const { skep, name, ids, order } = await configRotation('second')
  expect(await skep.die(order, 'before-record')).toBe('SIGKILL')
  expect(await skep.restHere()).toEqual({ operations: [], audit: [], brokenAt: null, keptPayloads: 0 })
  expect(await Promise.all(ids.map(referencesOf))).toEqual([[name], [name]])
  skep.remove()
})

test('what the engine rolled back while nobody watched is not sent again', async () => {
  const { skep, name, ids, order } = await configRotation('CRASH', { failureAction: 'rollback', isToCrash: true })
  expect(await skep.die(order, 'after-engine-reply:1')).toBe('SIGKILL')
  const canary = ids[0] ?? ''
  await settled(() => assertRolledBack(canary), 40_000)
  const { Spec } = await readService(canary)
  expect((await skep.restHere()).operations).toMatchObject([{ state: 'rolled_back', problem: { code: 'rolled_back' } }])
  expect((await readService(canary)).Spec).toEqual(Spec)
  expect(await Promise.all(ids.map(referencesOf))).toEqual([[name], [name]])
  skep.remove()
})

async function assertRolledBack(serviceId: string): Promise<true> {
  const { UpdateStatus } = await readService(serviceId)
  if (UpdateStatus?.State === 'rollback_completed' || UpdateStatus?.State === 'completed') return true
  throw new Error(`the update is ${UpdateStatus?.State}`)
}

/** The value as it is, and as whoever stored it by mistake might have written it. */
const formsOfMarker = [
  Buffer.from(marker).toString('latin1'),
  Buffer.from(marker).toString('base64').slice(0, 16),
  Buffer.from(marker).toString('hex').slice(0, 20),
  [...Buffer.from(marker)].slice(0, 10).join(','),
  encodeURIComponent(marker),
  'canary-7f3b',
  sha256(marker),
]

function expectNoTraces({ skep, successor }: Rotation): void {
  const traces = skep.traces()
  // It looks in the right place: the name is there.
  expect(traces).toContain(successor)
  expect(formsOfMarker.filter((form) => traces.includes(form))).toEqual([])
}

test.each(['after-engine-reply:0', 'after-sent:1'])(
  'killed at %s, a secret is known as ours by its label, and its value is nowhere but in the engine',
  async (faultPoint) => {
    const rotation = deadAt(`secret ${faultPoint}`)
    const [operation] = (await rotation.skep.restHere()).operations
    expect(operation).toMatchObject({ state: 'converged', problem: null })
    expect(await Promise.all(rotation.ids.map(referencesOf))).toEqual([[rotation.successor]])
    const { Labels } = (await ask<Secret>('GET', `/secrets/${rotation.successor}`)).Spec
    expect(Labels?.[operationLabel]).toBe(operation?.id)
    expectNoTraces(rotation)
  },
)

test('a value that died with its process is asked for again, and then the rotation goes on', async () => {
  const rotation = deadAt('secret after-sent:0')
  const { skep, name, ids, successor } = rotation
  expect((await skep.restHere()).operations).toMatchObject([
    { state: 'needs_decision', problem: { code: 'value_needed' }, choices: ['supply_value', 'keep'] },
  ])
  expect(await Promise.all(ids.map(referencesOf))).toEqual([[name]])
  const { operations, audit } = await skep.restElsewhere({ supply: Buffer.from(marker).toString('base64') })
  expect(operations).toMatchObject([{ state: 'converged', problem: null }])
  expect(audit).toEqual(['secret.rotate intent', 'operation.decide intent', 'secret.rotate done'])
  expect(await Promise.all(ids.map(referencesOf))).toEqual([[successor]])
  expectNoTraces(rotation)
})
