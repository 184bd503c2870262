import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChanges, nothingKnown } from '@/lib/swarm/apply-changes'
import { configRows } from '@/lib/swarm/configs'
import type { Service, Task } from '@/lib/swarm/engine-types'
import { networkRows } from '@/lib/swarm/networks'
import { nodeDetail, nodeRows } from '@/lib/swarm/nodes'
import { isSameJson } from '@/lib/swarm/same-json'
import { secretRows } from '@/lib/swarm/secrets'
import { serviceDetail } from '@/lib/swarm/service-detail'
import { serviceRows } from '@/lib/swarm/services'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { stackDetail } from '@/lib/swarm/stack-detail'
import { stackRows } from '@/lib/swarm/stacks'
import { config } from '@/lib/swarm/testing/config'
import { madeAt } from '@/lib/swarm/testing/meta'
import { network } from '@/lib/swarm/testing/network'
import { node } from '@/lib/swarm/testing/node'
import { secret } from '@/lib/swarm/testing/secret'
import { configReference, secretReference, service } from '@/lib/swarm/testing/service'
import { task } from '@/lib/swarm/testing/task'
import { volumeRows } from '@/lib/swarm/volumes'
import type { Change } from './change'
import { type SwarmTable, swarmTables } from './touched'

const now = Date.parse(madeAt)
const configs = ['app', 'app_v2', 'other'].map((Name) => config({ Name }))
const secrets = ['key', 'key_v2'].map((Name) => secret({ Name }))
const ingress = network({ Name: 'ingress', Ingress: true })
const nets = [ingress, network({ Name: 'app-net' })]

const pick = <T>(from: readonly T[]) => fc.option(fc.constantFrom(...from), { nil: undefined })

const serviceArbitrary = (Name: string): fc.Arbitrary<Service> =>
  fc
    .record({
      stack: pick(['shop', 'blog']),
      config: pick(configs),
      secret: pick(secrets),
      isGlobal: fc.boolean(),
      isUpdating: fc.boolean(),
      publishes: fc.boolean(),
      volume: pick(['data', 'cache']),
      net: pick(nets),
      previous: pick(configs),
    })
    .map((wish) => {
      const previous = wish.previous && service({ Name, configs: [wish.previous] }).Spec
      return service({
        Name,
        previous,
        ...(wish.stack && { stack: wish.stack }),
        ...(wish.isGlobal && { mode: { Global: {} } }),
        ...(wish.isUpdating && { status: { State: 'updating' } }),
        ...(wish.publishes && { ports: [{ TargetPort: 80, PublishedPort: 80 }] }),
        ...(wish.net && { template: { Networks: [{ Target: wish.net.Id }] } }),
        container: {
          ...(wish.config && { Configs: [configReference(wish.config)] }),
          ...(wish.secret && { Secrets: [secretReference(wish.secret)] }),
          ...(wish.volume && { Mounts: [{ Type: 'volume', Source: wish.volume, Target: '/data' }] }),
        },
      })
    })

const taskArbitrary = (of: Service, slot: number): fc.Arbitrary<Task> =>
  fc
    .record({
      nodeId: pick(['node-east', 'node-west']),
      state: fc.constantFrom('running', 'failed', 'pending'),
      held: pick(configs),
    })
    .map(({ nodeId, state, held }) => {
      const spec = held && { ...of.Spec.TaskTemplate, ContainerSpec: { Configs: [configReference(held)] } }
      return task(of, { slot, state, ...(nodeId && { nodeId }), ...(spec && { spec }) })
    })

const worldArbitrary = fc
  .record({
    services: fc.tuple(...['web', 'api'].map((Name) => fc.option(serviceArbitrary(Name)))),
    west: fc.record({ state: fc.constantFrom('ready', 'down'), Availability: fc.constantFrom('active', 'drain') }),
    configs: fc.subarray(configs),
    secrets: fc.subarray(secrets),
    nets: fc.subarray(nets),
  })
  .chain(({ services, ...rest }) => {
    const there = services.filter((one) => one !== null)
    const tasks = there.flatMap((of) => [1, 2].map((slot) => fc.option(taskArbitrary(of, slot))))
    return fc.record({ services: fc.constant(there), tasks: fc.tuple(...tasks), rest: fc.constant(rest) })
  })
  .map(({ services, tasks, rest }) => ({ services, tasks: tasks.filter((one) => one !== null), ...rest }))

type World = typeof worldArbitrary extends fc.Arbitrary<infer T> ? T : never

/** Lists of everything; what differs between two worlds has another version, as on the engine. */
function listsOf(world: World, index: number): Change[] {
  const versioned = <T extends { Version: { Index: number } }>(objects: T[]): T[] =>
    objects.map((object) => ({ ...object, Version: { Index: index } }))
  const nodes = [node({ Hostname: 'east' }), node({ Hostname: 'west', ...world.west })]
  const at = index * 10
  return [
    { type: 'list', kind: 'service', objects: versioned(world.services), askedAt: at + 1 },
    { type: 'list', kind: 'task', objects: versioned(world.tasks), askedAt: at + 2 },
    { type: 'list', kind: 'node', objects: versioned(nodes), askedAt: at + 3 },
    { type: 'list', kind: 'config', objects: versioned(world.configs), askedAt: at + 4 },
    { type: 'list', kind: 'secret', objects: versioned(world.secrets), askedAt: at + 5 },
    { type: 'list', kind: 'network', objects: world.nets, askedAt: at + 6 },
  ]
}

const rowsOf: Record<SwarmTable, (snapshot: Snapshot) => { id: string }[]> = {
  stacks: (snapshot) => stackRows(snapshot, now),
  services: (snapshot) => serviceRows(snapshot, now),
  nodes: nodeRows,
  configs: configRows,
  secrets: secretRows,
  networks: networkRows,
  volumes: volumeRows,
}

/** Ids of rows that differ, are new or are gone. */
function changedRows(before: { id: string }[], after: { id: string }[]): string[] {
  const ids = new Set([...before, ...after].map(({ id }) => id))
  const find = (rows: { id: string }[], id: string) => rows.find((row) => row.id === id)
  return [...ids].filter((id) => !isSameJson(find(before, id), find(after, id)))
}

/** The changed one at a time, so that what one kind of change forgets is not covered by another. */
const twoWorlds = fc
  .tuple(worldArbitrary, worldArbitrary, fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 }))
  .map(([first, second, parts]) => ({
    before: listsOf(first, 1),
    after: listsOf(second, 2).filter((_, at) => parts.includes(at)),
  }))

test('every row that looks different after a change is among those touched', () => {
  fc.assert(
    fc.property(twoWorlds, ({ before, after }) => {
      const { known } = applyChanges(nothingKnown('swarm-1'), before)
      const { known: next, touched } = applyChanges(known, after)
      for (const table of swarmTables) {
        const changed = changedRows(rowsOf[table](known.snapshot), rowsOf[table](next.snapshot))
        expect([...touched[table]]).toEqual(expect.arrayContaining(changed))
      }
    }),
    { numRuns: 200 },
  )
}, 60_000)

test('a document that looks different has its row touched, unless more than tasks moved', () => {
  fc.assert(
    fc.property(twoWorlds, ({ before, after }) => {
      const { known } = applyChanges(nothingKnown('swarm-1'), before)
      const { known: next, touched } = applyChanges(known, after)
      if (touched.hasNewContext) return
      const untouched = (table: SwarmTable, names: string[]) => names.filter((name) => !touched[table].has(name))
      for (const name of untouched('services', ['web', 'api'])) {
        expect(serviceDetail(next.snapshot, name, now)).toEqual(serviceDetail(known.snapshot, name, now))
      }
      for (const name of untouched('stacks', ['shop', 'blog'])) {
        expect(stackDetail(next.snapshot, name, now)).toEqual(stackDetail(known.snapshot, name, now))
      }
      for (const id of untouched('nodes', ['node-east', 'node-west'])) {
        expect(nodeDetail(next.snapshot, id)).toEqual(nodeDetail(known.snapshot, id))
      }
    }),
    { numRuns: 200 },
  )
}, 60_000)

test('a version that moves during a rollout touches the service and its stack alone', () => {
  const web = service({ Name: 'web', stack: 'shop', configs: [config({ Name: 'app' })] })
  const { known } = applyChanges(nothingKnown('swarm-1'), [{ type: 'found', kind: 'service', object: web, askedAt: 1 }])
  const moved = { ...web, Version: { Index: 99 }, UpdateStatus: { State: 'updating' } }
  const { touched } = applyChanges(known, [{ type: 'found', kind: 'service', object: moved, askedAt: 2 }])
  expect(touched.hasNewContext).toBe(false)
  expect(swarmTables.filter((table) => touched[table].size > 0)).toEqual(['stacks', 'services'])
})
