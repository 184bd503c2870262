import { expect, test, vi } from 'vitest'
import { node } from '@/lib/swarm/testing/node'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { task } from '@/lib/swarm/testing/task'
import { driftBaseline, driftOf } from './drift'
import { planDeploy } from './plan-deploy'
import { targetBodies } from './target'
import { appliedObjects, isService } from './testing/applied'
import { converted } from './testing/converted'
import { planned } from './testing/planned'

vi.setConfig({ testTimeout: 60_000 })

const keys = Array.from({ length: 200 }, (_, index) => `s${index}`)

function textOf(edit: (key: string) => string): string {
  const services = keys.map(
    (key, index) =>
      `  ${key}: {image: "shop/${key}:1", environment: {A: 1, B: 2, C: ${edit(key)}}, configs: [site], ports: ["${10_000 + index}:80"],
    volumes: ["data:/d"], deploy: {replicas: 3, resources: {reservations: {memory: 64M}}, placement: {constraints: [node.role==worker]}}}`,
  )
  return `services:\n${services.join('\n')}\nconfigs: {site: {file: f}}\nvolumes: {data: {}}`
}

/** Milliseconds of this process's own work in the best of some runs, whatever else the machine does. */
function bestOf(runs: number, work: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const start = process.cpuUsage()
    work()
    return process.cpuUsage(start).user / 1000
  })
  return Math.min(...times)
}

const files = { f: 'content' }
const before = converted(
  textOf(() => '3'),
  { files },
)
const { resolved } = planned(
  textOf(() => '3'),
  { files },
)
const others = Array.from({ length: 800 }, (_, index) =>
  service({ Name: `other${index}`, stack: `crm${index % 40}`, replicas: 3 }),
)
const own = appliedObjects(before, resolved)
const tasks = [...others, ...own.filter(isService)].flatMap((it) =>
  [1, 2, 3].map((slot) => task(it, { slot, nodeId: `node-n${slot}` })),
)
const nodes = Array.from({ length: 20 }, (_, index) => node({ Hostname: `n${index}` }))

test('200 services against 1,000 live ones are planned in less than 200 ms', () => {
  const target = converted(
    textOf((key) => (key.endsWith('7') ? '4' : '3')),
    { files },
  )
  const options = { resolveImage: 'never' as const, prune: true, replicas: {} }
  const live = snapshot(...own, ...others, ...tasks, ...nodes)
  const milliseconds = bestOf(8, () => {
    // Another map each time, so that no index is left from the run before.
    const swarm = { ...live, service: new Map(live.service) }
    const { plan } = planDeploy({
      stack: 'shop',
      converted: target,
      snapshot: swarm,
      options,
      images: new Map(),
      apiVersion: '1.51',
    })
    expect(plan.steps).toHaveLength(20)
  })
  expect(milliseconds).toBeLessThan(200)
})

test('the drift of a stack of 200 services is looked at in less than 20 ms when one of them has changed', () => {
  const baseline = driftBaseline(targetBodies(before, resolved).services, '1.51')
  const swarm = snapshot(...own, ...others)
  driftOf(swarm, 'shop', baseline)
  const milliseconds = bestOf(8, () => {
    const services = (swarm.servicesByStack.get('shop') ?? []).map((it, index) => (index === 7 ? { ...it } : it))
    const now = { ...swarm, servicesByStack: new Map([['shop', services]]) }
    expect(driftOf(now, 'shop', baseline).state).toBe('in_sync')
  })
  expect(milliseconds).toBeLessThan(20)
})
