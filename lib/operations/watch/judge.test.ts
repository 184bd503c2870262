import { expect, test } from 'vitest'
import type { Intent } from '@/lib/plan/intent'
import type { Service, Task } from '@/lib/swarm/engine-types'
import { config } from '@/lib/swarm/testing/config'
import { service } from '@/lib/swarm/testing/service'
import { task } from '@/lib/swarm/testing/task'
import { goalOfUpdate } from './goal'
import { judge } from './judge'
import { startMemory, type Verdict } from './judgement'

const first = config({ Name: 'nginx' })
const second = config({ Name: 'nginx_v2' })
const rotate: Intent = {
  action: 'replace-reference',
  kind: 'config',
  from: { name: 'nginx', id: first.ID },
  to: { name: 'nginx_v2', id: second.ID },
}

const goalOf = (intent: Intent) => goalOfUpdate({ serviceName: 'web', ...intent })

const update = { Parallelism: 1, Monitor: 1e9 }
const container = { StopGracePeriod: 1e9 }
const oldWeb = service({ Name: 'web', replicas: 2, configs: [first], update, container })
const web = (state?: string, wish: Partial<Parameters<typeof service>[0]> = {}): Service =>
  service({ Name: 'web', replicas: 2, configs: [second], update, container, status: { State: state }, ...wish })

const onNew = (...ids: string[]) => ids.map((ID) => task(web(), { ID }))
const onOld = (...ids: string[]) => ids.map((ID) => task(oldWeb, { ID }))

/** One look for each entry: seconds from the start, the service and its tasks as they were then. */
type Look = [seconds: number, service: Service, tasks: Task[]]

function watch(looks: Look[], intent = rotate, isNodeDown = (_nodeId: string) => false, ranBefore = true) {
  let memory = startMemory({ seen: [], ranBefore })
  return looks.map(([seconds, service, tasks]) => {
    const judgement = judge(goalOf(intent), { service, tasks, isNodeDown, now: seconds * 1000 }, memory, 60_000)
    memory = judgement.memory
    return judgement
  })
}

const verdicts = (...args: Parameters<typeof watch>): Verdict[] => watch(...args).map(({ verdict }) => verdict)

test('a rollout has converged when all tasks have run on the new spec for the monitor period', () => {
  expect(
    verdicts([
      [0, web(), onOld('a', 'b')],
      [1, web('updating'), [...onOld('b'), ...onNew('c')]],
      [3, web('updating'), onNew('c', 'd')],
      [3.9, web('updating'), onNew('c', 'd')],
      [4.1, web('completed'), onNew('c', 'd')],
    ]),
  ).toEqual(['working', 'working', 'working', 'working', 'converged'])
})

test('it says when the monitor period will be over, from when all tasks are there', () => {
  const looks = watch([
    [1, web('updating'), onNew('c')],
    [3, web('updating'), onNew('c', 'd')],
    [3.5, web('updating'), onNew('c', 'd')],
  ])
  expect(looks.map(({ dueAt }) => dueAt)).toEqual([undefined, 4_000, 4_000])
})

test('as long as the engine is still updating, it has not converged', () => {
  expect(
    verdicts([
      [0, web('updating'), onNew('c', 'd')],
      [5, web('updating'), onNew('c', 'd')],
    ]),
  ).toEqual(['working', 'working'])
})

test('completed proves nothing while a task is missing, or another one came in its place', () => {
  expect(
    verdicts([
      [0, web('completed'), onNew('c')],
      [9, web('completed'), onNew('c', 'd')],
      [9.9, web('completed'), onNew('c', 'e')],
      [10.5, web('completed'), onNew('c', 'e')],
      [11, web('completed'), onNew('c', 'e')],
    ]),
  ).toEqual(['working', 'working', 'working', 'working', 'converged'])
})

test('after an automatic rollback the last state is completed, but the spec has the predecessor again', () => {
  const back = (state: string) => service({ Name: 'web', configs: [first], update, status: { State: state } })
  const looks = watch([
    [0, web('updating'), onOld('a', 'b')],
    [1, back('rollback_started'), onOld('a', 'b')],
    [2, back('rollback_completed'), onOld('a', 'b')],
    [3, back('completed'), onOld('a', 'b')],
  ])
  expect(looks.map((look) => look.verdict)).toEqual(['working', 'working', 'rolled_back', 'rolled_back'])
  expect(looks[3]?.progress.seen).toEqual(['updating', 'rollback_started', 'rollback_completed', 'completed'])
})

test('what another process saw before it died still counts', () => {
  const back = service({ Name: 'web', configs: [first], status: { State: 'completed' } })
  const observation = { service: back, tasks: [], isNodeDown: () => false, now: 0 }
  expect(
    judge(goalOf(rotate), observation, startMemory({ seen: ['rollback_started'], ranBefore: true }), 1).verdict,
  ).toBe('rolled_back')
  expect(judge(goalOf(rotate), observation, startMemory({ seen: [], ranBefore: true }), 1).verdict).toBe('changed')
})

test('a rollback that was over between two looks is known by its cause', () => {
  const policy = { update: { FailureAction: 'rollback' }, status: { State: 'completed' } }
  const back = service({ Name: 'web', configs: [first], ...policy })
  const crashed = task(web(), { ID: 'c', state: 'failed', desired: 'shutdown' })
  expect(verdicts([[0, back, [...onOld('a'), crashed]]])).toEqual(['rolled_back'])
  expect(verdicts([[0, back, onOld('a')]])).toEqual(['changed'])
  const paused = service({ Name: 'web', configs: [first], status: { State: 'completed' } })
  expect(verdicts([[0, paused, [...onOld('a'), crashed]]])).toEqual(['changed'])
})

test('a paused update waits for a person, and so does a paused rollback', () => {
  const stuck = service({ Name: 'web', configs: [first], status: { State: 'rollback_paused' } })
  expect(verdicts([[0, web('paused'), onOld('a')]])).toEqual(['paused'])
  expect(verdicts([[0, stuck, onOld('a')]])).toEqual(['paused'])
})

test('another value of the same field is somebody else’s change', () => {
  const other = service({ Name: 'web', configs: [config({ Name: 'nginx_v3' })], status: { State: 'updating' } })
  expect(verdicts([[0, other, []]])).toEqual(['changed'])
})

test('tasks that crash again and again are told, and time runs out', () => {
  const crashed = (ID: string, error: string, since: string) =>
    task(web(), { ID, state: 'failed', desired: 'shutdown', error, since })
  const dead = [crashed('c', 'exit 1', '2026-01-01T12:00:01Z'), crashed('d', 'exit 2', '2026-01-01T12:00:02Z')]
  const looks = watch([
    [0, web('updating'), onOld('a', 'b')],
    [1, web('completed'), [...onOld('a'), ...dead]],
    [62, web('completed'), [...onOld('a'), ...dead]],
    [70, web('completed'), [...onOld('a'), ...dead]],
  ])
  expect(looks.map((look) => look.verdict)).toEqual(['working', 'working', 'working', 'timed_out'])
  expect(looks[1]?.progress).toMatchObject({ desired: 2, onNew: 0, onOld: 1, failed: 2, lastError: 'exit 2' })
})

test('each step forward gives as much time again, and a step back gives none', () => {
  expect(
    verdicts([
      [0, web('updating'), onOld('a', 'b')],
      [60, web('updating'), [...onOld('a', 'b'), ...onNew('c')]],
      [61, web('updating'), onOld('a', 'b')],
      [62, web('updating'), [...onOld('a', 'b'), ...onNew('e')]],
      [121, web('updating'), onOld('a', 'b')],
      [123, web('updating'), onOld('a', 'b')],
    ]),
  ).toEqual(['working', 'working', 'working', 'working', 'working', 'timed_out'])
})

test('an old task on a node that is away is not waited for', () => {
  const lost = task(oldWeb, { ID: 'a', nodeId: 'node-2', desired: 'shutdown' })
  const looks: Look[] = [
    [0, web('completed'), [lost, ...onNew('c', 'd')]],
    [2, web('completed'), [lost, ...onNew('c', 'd')]],
  ]
  expect(verdicts(looks, rotate, (nodeId) => nodeId === 'node-2')).toEqual(['working', 'converged'])
  expect(verdicts(looks)).toEqual(['working', 'working'])
})

test('a global service has converged when each of its tasks runs on the new spec', () => {
  const agent = web('completed', { mode: { Global: {} } })
  expect(
    verdicts([
      [0, agent, [...onNew('c'), ...onOld('b')]],
      [5, agent, onNew('c', 'd', 'e')],
      [6, agent, onNew('c', 'd', 'e')],
    ]),
  ).toEqual(['working', 'working', 'converged'])
})

test('a job has converged with its spec', () => {
  const job = web(undefined, { mode: { ReplicatedJob: {} } })
  expect(
    verdicts([
      [0, job, onOld('a')],
      [1, job, onOld('a')],
    ]),
  ).toEqual(['working', 'converged'])
})

const scale: Intent = { action: 'set-replicas', from: 1, to: 2 }

test('scaling up waits for the new tasks, and does not count what failed before', () => {
  const failedBefore = task(web(), { ID: 'x', state: 'failed', desired: 'shutdown', error: 'long ago' })
  const looks = watch(
    [
      [0, web(), [failedBefore, ...onNew('a')]],
      [1, web(), [failedBefore, ...onNew('a'), task(web(), { ID: 'b', state: 'preparing' })]],
      [2, web(), [failedBefore, ...onNew('a', 'b')]],
      [3, web(), [failedBefore, ...onNew('a', 'b')]],
    ],
    scale,
  )
  expect(looks.map((look) => look.verdict)).toEqual(['working', 'working', 'working', 'converged'])
  expect(looks[3]?.progress).toMatchObject({ desired: 2, onNew: 2, failed: 0, lastError: null })
})

test('scaling down waits until the surplus has stopped', () => {
  const down: Intent = { action: 'set-replicas', from: 3, to: 2 }
  const stopping = task(web(), { ID: 'z', desired: 'shutdown' })
  const looks: Look[] = [
    [0, web(), [...onNew('a', 'b'), stopping]],
    [9, web(), onNew('a', 'b')],
    [10, web(), onNew('a', 'b')],
  ]
  expect(verdicts(looks, down)).toEqual(['working', 'working', 'converged'])
})

test('scaling to nothing has converged when nothing runs', () => {
  const none: Intent = { action: 'set-replicas', from: 2, to: 0 }
  const empty = web(undefined, { replicas: 0 })
  expect(
    verdicts(
      [
        [0, empty, []],
        [1, empty, []],
      ],
      none,
    ),
  ).toEqual(['working', 'converged'])
})

test('a service that no node could run before is not waited for, one that ran is', () => {
  const pending = task(web(), { ID: 'c', state: 'pending' })
  const looks: Look[] = [
    [0, web('updating', { replicas: 1 }), [pending]],
    [2, web('updating', { replicas: 1 }), [pending]],
  ]
  const nowhere = () => false
  expect(watch(looks, rotate, nowhere, false).map((look) => look.verdict)).toEqual(['working', 'converged'])
  expect(watch(looks, rotate, nowhere, true).map((look) => look.verdict)).toEqual(['working', 'working'])
  expect(watch([[0, web('updating'), onOld('a')]], rotate, nowhere, false)[0]?.verdict).toBe('working')
})
