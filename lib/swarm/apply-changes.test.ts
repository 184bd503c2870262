import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChanges, type Known, nothingKnown } from './apply-changes'
import type { Network, Service, Task } from './engine-types'
import type { Change } from './reducer/change'
import type { Snapshot } from './snapshot'
import { network } from './testing/network'
import { service } from './testing/service'
import { snapshot } from './testing/snapshot'
import { task } from './testing/task'

const takingIn = (...changes: Change[]): Known => applyChanges(nothingKnown('swarm-1'), changes).known
const list = (askedAt: number, ...objects: Service[]): Change => ({ type: 'list', kind: 'service', objects, askedAt })
const found = (askedAt: number, object: Service): Change => ({ type: 'found', kind: 'service', object, askedAt })
const missing = (askedAt: number, id: string): Change => ({ type: 'missing', kind: 'service', id, askedAt })
const networks = (askedAt: number, ...objects: Network[]): Change => ({
  type: 'list',
  kind: 'network',
  objects,
  askedAt,
})

const web = (index = 1, stack?: string) => service({ Name: 'web', index, stack })
const namesIn = (known: Known) => [...known.snapshot.service.values()].map(({ Spec }) => Spec.Name)

describe('answers that overtake each other', () => {
  test('an older version that arrives late is ignored', () => {
    const known = takingIn(found(2, web(7)), found(1, web(6)))
    expect(known.snapshot.service.get('service-web')?.Version.Index).toBe(7)
  })

  test('a newer version is taken even from an answer that was asked for earlier', () => {
    const known = takingIn(found(2, web(6)), found(1, web(7)))
    expect(known.snapshot.service.get('service-web')?.Version.Index).toBe(7)
  })

  test('a late list does not bring back what is gone', () => {
    expect(namesIn(takingIn(list(1, web()), missing(3, 'service-web'), list(2, web())))).toEqual([])
  })

  test('a late list does not take away what is new', () => {
    expect(namesIn(takingIn(list(1), found(3, web()), list(2)))).toEqual(['web'])
  })

  test('a late inspection does not bring back what a list did not have', () => {
    expect(namesIn(takingIn(list(1, web()), list(3), found(2, web(9))))).toEqual([])
  })

  test('networks, which have no version, follow the same order', () => {
    const net = network({ Name: 'app-net' })
    const gone: Change = { type: 'missing', kind: 'network', id: net.Id, askedAt: 3 }
    expect(takingIn(networks(1, net), gone, networks(2, net)).snapshot.network.size).toBe(0)
    expect(takingIn(networks(1, net), gone, networks(4, net)).snapshot.network.size).toBe(1)
  })

  test('a late list of all tasks does not undo the list of one service', () => {
    const of = web()
    const [old, fresh] = [task(of, { ID: 'old' }), task(of, { ID: 'fresh' })]
    const known = takingIn(
      { type: 'tasks', serviceIds: [of.ID], objects: [fresh], askedAt: 2 },
      { type: 'list', kind: 'task', objects: [old], askedAt: 1 },
    )
    expect([...known.snapshot.task.keys()]).toEqual(['fresh'])
  })
})

describe('what stays the same object', () => {
  const of = web()
  const known = takingIn(list(1, of), { type: 'list', kind: 'task', objects: [task(of)], askedAt: 2 })

  test('the snapshot, when a list has nothing new', () => {
    const again = applyChanges(known, [list(3, web()), { type: 'list', kind: 'task', objects: [task(of)], askedAt: 4 }])
    expect(again.known.snapshot).toBe(known.snapshot)
  })

  test('the tasks of a service, when those of another change', () => {
    const other = service({ Name: 'other' })
    const changes: Change[] = [
      found(3, other),
      { type: 'tasks', serviceIds: [other.ID], objects: [task(other)], askedAt: 4 },
      { type: 'tasks', serviceIds: [of.ID], objects: [task(of)], askedAt: 5 },
    ]
    const { snapshot: next } = applyChanges(known, changes).known
    expect(next.tasksByService.get(of.ID)).toBe(known.snapshot.tasksByService.get(of.ID))
    expect(next.tasksByService.get(other.ID)).toHaveLength(1)
  })

  test('a snapshot that was handed out is never changed', () => {
    const before = structuredClone([...known.snapshot.tasksByService])
    applyChanges(known, [{ type: 'list', kind: 'task', objects: [], askedAt: 9 }])
    expect([...known.snapshot.tasksByService]).toEqual(before)
  })
})

describe('indexes', () => {
  test('a service that changes its stack changes its list', () => {
    const known = takingIn(list(1, web(1, 'shop')), found(2, web(2, 'blog')))
    expect([...known.snapshot.servicesByStack.keys()]).toEqual(['blog'])
  })

  test('a task that gets a node is found there', () => {
    const pending = task(web(), { ID: 't', state: 'pending' })
    const assigned: Task = { ...pending, NodeID: 'node-1', Version: { Index: 11 } }
    const lists = [pending, assigned].map((one, at): Change => {
      return { type: 'list', kind: 'task', objects: [one], askedAt: at + 1 }
    })
    expect(takingIn(...lists).snapshot.tasksByNode.get('node-1')).toEqual([assigned])
  })
})

/*
 * An engine that lives through some steps while it is asked. Each answer shows the state between asking and answering;
 * all of them, and lists of the last state, are delivered in any order and in batches of any size.
 */
type Step = { does: 'put' | 'remove' | 'ask'; name: number; takes: number; what: 'one' | 'list' | 'tasks' }

const step: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom('put', 'put', 'remove', 'ask', 'ask', 'ask'),
  name: fc.nat(3),
  takes: fc.nat(5),
  what: fc.constantFrom('one', 'list', 'tasks'),
})

type Engine = { services: Map<string, Service>; networks: Map<string, Network>; tasks: Map<string, Task> }

function live(steps: Step[]): { answers: Change[]; end: Engine } {
  let end: Engine = { services: new Map(), networks: new Map(), tasks: new Map() }
  const states = [end]
  for (const [index, { does, name }] of steps.entries()) {
    const now = structuredClone(end)
    // Ids of the engine are never used twice; of a removed object only late answers speak.
    const isGone = states.some((state) => state.networks.has(`network-${name}`)) && !now.networks.has(`network-${name}`)
    if (does === 'put' && !isGone) {
      const one = service({ Name: String(name), index, stack: index % 2 ? 'shop' : undefined })
      now.services.set(one.ID, one)
      now.networks.set(`network-${name}`, network({ Name: String(name) }))
      const started = { ...task(one, { ID: `task-${index}`, nodeId: `node-${index % 3}` }), Version: { Index: index } }
      now.tasks.set(started.ID, started)
    }
    if (does === 'remove') {
      now.services.delete(`service-${name}`)
      now.networks.delete(`network-${name}`)
      for (const [id, one] of now.tasks) if (one.ServiceID === `service-${name}`) now.tasks.delete(id)
    }
    states.push(now)
    end = now
  }
  const asked = steps.flatMap((one, at) => {
    const seen = states[at + one.takes] ?? end
    return one.does === 'ask' ? answersOf(one, seen, (at + 1) * 10) : []
  })
  return { answers: [...asked, ...listsOf(end, (steps.length + 1) * 10)], end }
}

function answersOf({ what, name }: Step, seen: Engine, askedAt: number): Change[] {
  if (what === 'list') return listsOf(seen, askedAt)
  const id = `service-${name}`
  if (what === 'tasks') {
    const objects = [...seen.tasks.values()].filter((one) => one.ServiceID === id)
    return [{ type: 'tasks', serviceIds: [id], objects, askedAt }]
  }
  const [one, net] = [seen.services.get(id), seen.networks.get(`network-${name}`)]
  return [
    one ? found(askedAt, one) : missing(askedAt, id),
    net
      ? { type: 'found', kind: 'network', object: net, askedAt: askedAt + 1 }
      : { type: 'missing', kind: 'network', id: `network-${name}`, askedAt: askedAt + 1 },
  ]
}

function listsOf(seen: Engine, askedAt: number): Change[] {
  return [
    list(askedAt, ...seen.services.values()),
    networks(askedAt + 1, ...seen.networks.values()),
    { type: 'list', kind: 'task', objects: [...seen.tasks.values()], askedAt: askedAt + 2 },
  ]
}

/** Maps and lists as sets: the order in which things were heard of is no part of the state. */
function asSets(state: Snapshot) {
  const sorted = <T extends { ID: string }>(groups: ReadonlyMap<string, readonly T[]>) =>
    new Map([...groups].map(([key, objects]) => [key, new Set(objects.map(({ ID }) => ID))]))
  const { tasksByService, tasksByNode, servicesByStack, ...maps } = state
  return { ...maps, groups: [sorted(tasksByService), sorted(tasksByNode), sorted(servicesByStack)] }
}

test('whatever the order of delivery, the end is the state of a fresh list', () => {
  const run = fc.array(step, { maxLength: 30 }).chain((steps) => {
    const { answers, end } = live(steps)
    const shuffled = fc.shuffledSubarray(answers, { minLength: answers.length })
    return fc.record({ answers: shuffled, end: fc.constant(end), batch: fc.integer({ min: 1, max: 8 }) })
  })
  fc.assert(
    fc.property(run, ({ answers, end, batch }) => {
      let known = nothingKnown('swarm-1')
      for (let at = 0; at < answers.length; at += batch) {
        known = applyChanges(known, answers.slice(at, at + batch)).known
      }
      const fresh = snapshot(...end.services.values(), ...end.networks.values(), ...end.tasks.values())
      expect(asSets(known.snapshot)).toEqual(asSets(fresh))
    }),
    { numRuns: 300 },
  )
}, 60_000)
