import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshName } from '@/lib/engine/testing/test-swarm'
import { FaultCase } from './testing/fault-case'
import type { RestReport } from './testing/rest-report'
import { objectsOf, rememberStack, requestOf } from './testing/stack-case'
import { withServer } from './testing/with-server'

const marker = 'canary-91c2!q"Zü'
const file = `
services:
  web:
    image: skep/stand-in:1
    configs: [site]
    environment: {TOKEN: canary-environment}
    deploy: {placement: {constraints: [node.labels.none==1]}, update_config: {monitor: 200ms}, replicas: 0}
  api:
    image: skep/stand-in:1
    secrets: [key]
    deploy: {placement: {constraints: [node.labels.none==1]}, update_config: {monitor: 200ms}, replicas: 0}
configs:
  site: {file: site.conf}
secrets:
  key: {file: key.txt}
`
const files = { 'site.conf': 'server {}', 'key.txt': marker }

/** Every place at which a process can die between two things that last. Steps: network, secret, config, api, web. */
const points = [
  ...['after-record', 'before-step:0', 'after-sent:0', 'after-engine-reply:0', 'after-step:0'],
  ...['after-sent:2', 'after-engine-reply:2', 'after-step:2'],
  ...['before-sent:3', 'after-sent:3', 'after-engine-reply:3', 'after-applied:3', 'before-converged:3', 'after-step:3'],
  ...['after-engine-reply:4', 'before-end', 'after-end'],
]

type Dead = { stack: string; skep: FaultCase }

const dead = new Map<string, Dead>()

async function die(point: string): Promise<void> {
  const stack = freshName('fault')
  rememberStack(stack)
  const skep = new FaultCase()
  expect([point, await skep.die({ deploy: { stack, request: requestOf(file, { files }) } }, point)]).toEqual([
    point,
    'SIGKILL',
  ])
  dead.set(point, { stack, skep })
}

withServer()
beforeAll(async () => {
  const left = [...points]
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) await die(next)
  }
  await Promise.all([worker(), worker()])
})
afterAll(() => {
  for (const { skep } of dead.values()) skep.remove()
})

/** The secret's value died with the process, if it was not made before; then it is asked for, and supplied. */
async function restWithValue(skep: FaultCase): Promise<RestReport> {
  const report = await skep.restHere()
  const { problem, state, choices } = report.operations[0] ?? {}
  if (problem?.code !== 'value_needed') return report
  if (state !== 'needs_decision' || String(choices) !== 'supply_value,keep')
    throw new Error(`not asked for the value: ${state}, ${String(choices)}`)
  return skep.restElsewhere({ supply: Buffer.from(marker).toString('base64') })
}

test.each(points)(
  'killed at %s, a deployment is finished by the next process, once, or asks for the value that it lost',
  async (point) => {
    const { stack, skep } = dead.get(point) ?? { stack: '', skep: new FaultCase() }
    const { operations, brokenAt } = await restWithValue(skep)
    expect(operations).toMatchObject([{ state: 'converged', problem: null }])
    expect(operations[0]?.steps.map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'converged'))
    const { services, networks, configs, secrets } = await objectsOf(stack)
    expect(services.map(({ Spec }) => Spec.Name).toSorted()).toEqual([`${stack}_api`, `${stack}_web`])
    expect([networks.length, configs.length, secrets.length, brokenAt]).toEqual([1, 1, 1, null])
    const traces = skep.traces()
    expect(traces).toContain(`${stack}_key`)
    expect(['canary-91c2', 'canary-environment'].filter((word) => traces.includes(word))).toEqual([])
    expect(traces).not.toContain(Buffer.from(marker).toString('base64').slice(0, 16))
  },
)

test('killed before it is recorded, a deployment never was', async () => {
  const stack = freshName('fault')
  const skep = new FaultCase()
  const order = { deploy: { stack, request: requestOf(file, { files }) } }
  expect(await skep.die(order, 'before-record')).toBe('SIGKILL')
  expect(await skep.restHere()).toMatchObject({ operations: [], audit: [] })
  expect(await objectsOf(stack)).toEqual({ services: [], networks: [], configs: [], secrets: [] })
  skep.remove()
})
