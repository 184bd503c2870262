import { describe, expect, test } from 'vitest'
import type { Service, Task } from '@/lib/swarm/engine-types'
import { madeAt } from '@/lib/swarm/testing/meta'
import { node } from '@/lib/swarm/testing/node'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { task } from '@/lib/swarm/testing/task'
import { serviceStanding } from './service-standing'

const [east, west] = [node({ Hostname: 'east' }), node({ Hostname: 'west' })]
const start = Date.parse(madeAt)
const minute = 60_000
const at = (offsetMs: number) => new Date(start + offsetMs).toISOString()

const standing = (api: Service, tasks: Task[], now = start + minute) =>
  serviceStanding(snapshot(east, west, api, ...tasks), api, now)

describe('what counts as running', () => {
  const api = service({ Name: 'api', replicas: 2 })

  test('a service with all its tasks running is running, and there is nothing to explain', () => {
    const tasks = [task(api, { slot: 1, nodeId: east.ID }), task(api, { slot: 2, nodeId: west.ID })]
    expect(standing(api, tasks)).toEqual({ desiredTasks: 2, runningTasks: 2, health: 'running', reason: null })
  })

  test('a task that says running while its replacement runs is not counted twice', () => {
    const tasks = [
      task(api, { slot: 1, nodeId: east.ID }),
      task(api, { slot: 2, nodeId: east.ID }),
      task(api, { ID: 'old', slot: 2, nodeId: west.ID, desired: 'shutdown' }),
    ]
    expect(standing(api, tasks)).toMatchObject({ runningTasks: 2, health: 'running' })
  })

  test('a task on a node that is down does not run, whatever it says', () => {
    const down = node({ Hostname: 'west', state: 'down' })
    const tasks = [task(api, { slot: 1, nodeId: east.ID }), task(api, { slot: 2, nodeId: down.ID })]
    expect(serviceStanding(snapshot(east, down, api, ...tasks), api, start)).toEqual({
      desiredTasks: 2,
      runningTasks: 1,
      health: 'failing',
      reason: { code: 'node_down', params: { node: 'west' } },
    })
  })

  test('two tasks in one slot, as start-first has them, do not make up for an empty slot', () => {
    const tasks = [
      task(api, { slot: 1, nodeId: east.ID }),
      task(api, { ID: 'second', slot: 1, nodeId: west.ID }),
      task(api, { slot: 2, state: 'starting', since: at(minute) }),
    ]
    expect(standing(api, tasks)).toMatchObject({ runningTasks: 1, health: 'working' })
  })
})

describe('when fewer run than desired', () => {
  const api = service({ Name: 'api' })

  test('a task that is starting is on its way', () => {
    const tasks = [task(api, { state: 'preparing', since: at(minute) })]
    expect(standing(api, tasks)).toMatchObject({ health: 'working', reason: { code: 'starting' } })
  })

  test('a task that prepares for longer than any image needs deserves a look', () => {
    const tasks = [task(api, { state: 'preparing', since: at(0) })]
    expect(standing(api, tasks, start + 6 * minute)).toMatchObject({
      health: 'failing',
      reason: { code: 'starting_slowly', params: { state: 'preparing' } },
    })
  })

  test('a task without a node fails at once, with the words of the scheduler', () => {
    const error = 'no suitable node (scheduling constraints not satisfied on 2 nodes)'
    const tasks = [task(api, { state: 'pending', error })]
    expect(standing(api, tasks)).toMatchObject({ health: 'failing', reason: { code: 'pending', params: { error } } })
  })

  test('a pending task without an error is only being scheduled', () => {
    expect(standing(api, [task(api, { state: 'pending', since: at(minute) })])).toMatchObject({ health: 'working' })
  })

  test('a task that crashes again and again fails although a next one is on its way', () => {
    const tasks = [1, 2, 3].map((n) =>
      task(api, { ID: `t${n}`, state: 'failed', desired: 'shutdown', error: `exit ${n}`, createdAt: at(n * 1000) }),
    )
    const next = task(api, { state: 'ready', desired: 'ready', createdAt: at(4000) })
    expect(standing(api, [...tasks, next], start + 5000)).toMatchObject({
      health: 'failing',
      reason: { code: 'restarting', params: { failures: 3, error: 'exit 3' } },
    })
  })

  test('a loop is told as one also in the moment between two attempts', () => {
    const refused = [1, 2].map((n) =>
      task(api, { ID: `r${n}`, state: 'rejected', desired: 'ready', error: 'No such image', createdAt: at(n) }),
    )
    expect(standing(api, refused)).toMatchObject({ reason: { code: 'restarting', params: { failures: 2 } } })
  })

  test('one failure with a replacement on its way is no alarm yet', () => {
    const tasks = [
      task(api, { ID: 'first', state: 'failed', desired: 'shutdown', error: 'boom' }),
      task(api, { state: 'starting', createdAt: at(1000) }),
    ]
    expect(standing(api, tasks)).toMatchObject({ health: 'working' })
  })

  test('a task that ended for good leaves its error as the reason', () => {
    const tasks = [task(api, { state: 'failed', desired: 'shutdown', error: 'No such image: api:9' })]
    expect(standing(api, tasks)).toMatchObject({
      health: 'failing',
      reason: { code: 'task_failed', params: { error: 'No such image: api:9' } },
    })
  })

  test('a process that finished with success where it should go on is told by its exit code', () => {
    const tasks = [task(api, { state: 'complete', desired: 'shutdown', exitCode: 0 })]
    expect(standing(api, tasks)).toMatchObject({ reason: { code: 'task_ended', params: { exitCode: 0 } } })
  })

  test('the worst of several troubles is told', () => {
    const two = service({ Name: 'two', replicas: 2 })
    const tasks = [
      task(two, { slot: 1, state: 'starting', since: at(minute) }),
      task(two, { slot: 2, state: 'pending', error: 'no suitable node (insufficient resources on 2 nodes)' }),
    ]
    expect(standing(two, tasks)).toMatchObject({ health: 'failing', reason: { code: 'pending' } })
  })

  test('a new service without tasks is being made; an old one has lost them', () => {
    expect(standing(api, [], start + 1000)).toMatchObject({ health: 'working' })
    expect(standing(api, [], start + minute)).toMatchObject({ health: 'failing', reason: { code: 'no_tasks' } })
  })
})

describe('when everything runs', () => {
  const api = service({ Name: 'api' })
  const crashed = (n: number, error?: string) =>
    task(api, { ID: `t${n}`, state: 'failed', desired: 'shutdown', error, createdAt: at(n * 1000) })

  test('a task that was restarted twice within minutes needs a person', () => {
    const tasks = [crashed(1, 'one'), crashed(2, 'two'), task(api, { createdAt: at(3000) })]
    expect(standing(api, tasks)).toMatchObject({
      health: 'attention',
      reason: { code: 'restarting', params: { failures: 2, error: 'two' } },
    })
  })

  test('failures are forgotten after a while', () => {
    const tasks = [crashed(1), crashed(2), task(api, { createdAt: at(3000) })]
    expect(standing(api, tasks, start + 10 * minute)).toMatchObject({ health: 'running' })
  })

  test('failures of an earlier spec are history once the service has been corrected', () => {
    const spec = { ContainerSpec: { Image: 'shop/api:0' } }
    const old = [1, 2].map((n) => task(api, { ID: `o${n}`, state: 'failed', desired: 'shutdown', error: 'x', spec }))
    expect(standing(api, [...old, task(api, { createdAt: at(3000) })])).toMatchObject({ health: 'running' })
  })

  test('a task ended by its health check leaves no text, and is told without one', () => {
    const ended = [1, 2].map((n) => task(api, { ID: `c${n}`, state: 'complete', desired: 'shutdown' }))
    expect(standing(api, [...ended, task(api)])).toMatchObject({ reason: { code: 'restarting_without_error' } })
  })
})

describe('updates', () => {
  const updating = (state: string) => service({ Name: 'api', status: { State: state, Message: 'said the engine' } })

  test.each([
    ['updating', 'working', 'updating'],
    ['rollback_started', 'working', 'rolling_back'],
    ['paused', 'attention', 'update_paused'],
    ['rollback_paused', 'attention', 'rollback_paused'],
    ['rollback_completed', 'attention', 'rolled_back'],
    ['completed', 'running', undefined],
  ])('an update that is %s makes the service %s', (state, health, code) => {
    const api = updating(state)
    const found = standing(api, [task(api)])
    expect([found.health, found.reason?.code]).toEqual([health, code])
  })

  test('a paused update that took tasks down fails, and tells what the new task said', () => {
    const api = updating('paused')
    const failed = task(api, { ID: 'failed', state: 'failed', desired: 'shutdown', error: 'bad config' })
    expect(standing(api, [failed, task(api, { state: 'starting' })], start + 60 * minute)).toMatchObject({
      health: 'failing',
      reason: { code: 'update_paused', params: { error: 'bad config' } },
    })
  })

  test('an update on its way says how many tasks are on the new spec', () => {
    const api = service({ Name: 'api', replicas: 2, status: { State: 'updating' } })
    const earlier = { ...task(api, { slot: 2 }), Spec: { ...api.Spec.TaskTemplate, ForceUpdate: 7 } }
    expect(standing(api, [task(api, { slot: 1 }), earlier])).toMatchObject({
      health: 'working',
      reason: { code: 'updating', params: { done: 1, total: 2 } },
    })
  })

  test('an update that waits for a node is not on its way', () => {
    const api = service({ Name: 'api', replicas: 2, status: { State: 'updating' } })
    const tasks = [task(api, { slot: 1 }), task(api, { slot: 2, state: 'pending', error: 'no suitable node' })]
    expect(standing(api, tasks)).toMatchObject({ health: 'failing', reason: { code: 'pending' } })
  })

  test('an update whose new tasks fail says so while it goes on', () => {
    const api = updating('updating')
    const tasks = [task(api), task(api, { ID: 'new', state: 'failed', desired: 'shutdown', error: 'bad config' })]
    expect(standing(api, tasks)).toMatchObject({
      health: 'attention',
      reason: { code: 'update_failing', params: { failures: 1, error: 'bad config' } },
    })
  })
})

describe('services without a number of replicas', () => {
  const agent = service({ Name: 'agent', mode: { Global: {} } })

  test('a global service should have a task on each node that it covers', () => {
    const tasks = [
      task(agent, { ID: 'e', nodeId: east.ID }),
      task(agent, { ID: 'w', nodeId: west.ID, state: 'starting' }),
    ]
    expect(standing(agent, tasks, start)).toMatchObject({ desiredTasks: 2, runningTasks: 1, health: 'working' })
  })

  test('a node that is down is not covered', () => {
    const down = node({ Hostname: 'west', state: 'down' })
    const tasks = [task(agent, { ID: 'e', nodeId: east.ID }), task(agent, { ID: 'w', nodeId: down.ID })]
    expect(serviceStanding(snapshot(east, down, agent, ...tasks), agent, start)).toMatchObject({
      desiredTasks: 1,
      health: 'running',
    })
  })

  test('a global service that fits no node needs a person, one scaled to zero does not', () => {
    expect(standing(agent, [])).toMatchObject({ health: 'attention', reason: { code: 'covers_no_node' } })
    expect(standing(service({ Name: 'api', replicas: 0 }), [])).toEqual({
      desiredTasks: 0,
      runningTasks: 0,
      health: 'stopped',
      reason: { code: 'scaled_to_zero' },
    })
  })
})
