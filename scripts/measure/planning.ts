import { driftBaseline, driftOf } from '@/lib/deploy/drift/drift'
import { planDeploy } from '@/lib/deploy/plan-deploy'
import { targetBodies } from '@/lib/deploy/target'
import { appliedObjects, isService } from '@/lib/deploy/testing/applied'
import { converted } from '@/lib/deploy/testing/converted'
import { planned } from '@/lib/deploy/testing/planned'
import { node } from '@/lib/swarm/testing/node'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { task } from '@/lib/swarm/testing/task'

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

/** A swarm of 20 nodes and 1,000 services, 200 of which are the stack's, with their tasks. */
function largeSwarm() {
  const text = textOf(() => '3')
  const before = converted(text, { files })
  const { resolved } = planned(text, { files })
  const others = Array.from({ length: 800 }, (_, index) =>
    service({ Name: `other${index}`, stack: `crm${index % 40}`, replicas: 3 }),
  )
  const own = appliedObjects(before, resolved)
  const tasks = [...others, ...own.filter(isService)].flatMap((it) =>
    [1, 2, 3].map((slot) => task(it, { slot, nodeId: `node-n${slot}` })),
  )
  const nodes = Array.from({ length: 20 }, (_, index) => node({ Hostname: `n${index}` }))
  return { before, resolved, live: snapshot(...own, ...others, ...tasks, ...nodes) }
}

type Swarm = ReturnType<typeof largeSwarm>

/** How long a plan takes, and a look at a stack's drift, in milliseconds of this process's own work. */
export async function measurePlanning(): Promise<void> {
  const swarm = largeSwarm()
  console.log(`200 services against 1,000 live ones, 20 of them changed, planned in ${planning(swarm).toFixed(1)} ms`)
  console.log(`drift of a stack of 200 services, one of them changed: ${drifting(swarm).toFixed(1)} ms`)
}

function planning({ live }: Swarm): number {
  const target = converted(
    textOf((key) => (key.endsWith('7') ? '4' : '3')),
    { files },
  )
  const options = { resolveImage: 'never' as const, prune: true, replicas: {} }
  return bestOf(8, () => {
    // Another map each time, so that no index is left from the run before.
    const now = { ...live, service: new Map(live.service) }
    const wish = { stack: 'shop', converted: target, snapshot: now, options, images: new Map(), apiVersion: '1.51' }
    const { plan } = planDeploy(wish)
    if (plan.steps.length !== 20) throw new Error(`${plan.steps.length} steps instead of 20`)
  })
}

function drifting({ before, resolved, live }: Swarm): number {
  const baseline = driftBaseline(targetBodies(before, resolved).services, '1.51')
  driftOf(live, 'shop', baseline)
  return bestOf(8, () => {
    const services = (live.servicesByStack.get('shop') ?? []).map((it, index) => (index === 7 ? { ...it } : it))
    const now = { ...live, servicesByStack: new Map([['shop', services]]) }
    if (driftOf(now, 'shop', baseline).state !== 'in_sync') throw new Error('it has drifted')
  })
}
