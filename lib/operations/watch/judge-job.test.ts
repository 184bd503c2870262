import { expect, test } from 'vitest'
import { formDigest } from '@/lib/plan/digest'
import { comparableForm } from '@/lib/plan/spec-form'
import type { Service, Task } from '@/lib/swarm/engine-types'
import { service } from '@/lib/swarm/testing/service'
import { task } from '@/lib/swarm/testing/task'
import { goalOfSpec } from './goal'
import { judgeJob } from './judge-job'
import { startMemory } from './judgement'

const networkName = (target: string) => target

const job = (mode: Service['Spec']['Mode'], run = 1, template = {}): Service => ({
  ...service({ Name: 'shop_import', stack: 'shop', mode, template }),
  JobStatus: { JobIteration: { Index: run } },
})

const replicated = job({ ReplicatedJob: { MaxConcurrent: 2, TotalCompletions: 3 } })
const onEachNode = job({ GlobalJob: {} })

const goalOf = ({ Spec }: Service) =>
  goalOfSpec(
    {
      action: 'create-service',
      serviceName: Spec.Name,
      stack: 'shop',
      after: formDigest(comparableForm(Spec, { networkName })),
      effect: { kind: 'none' },
    },
    { networkName, stored: () => null },
  )

const ofRun = (of: Service, run: number, wish: Parameters<typeof task>[1]): Task => ({
  ...task(of, wish),
  JobIteration: { Index: run },
})

/** Tasks of the present run in these states. */
const tasksIn = (of: Service, ...states: string[]) =>
  states.map((state, slot) => ofRun(of, 1, { ID: `${slot}`, slot, nodeId: `node-${slot}`, state }))

/** One look for each entry: seconds from the start, and the tasks as they were then. */
function watch(of: Service, looks: [seconds: number, tasks: Task[]][], now = of) {
  let memory = startMemory({ seen: [], ranBefore: false })
  return looks.map(([seconds, tasks]) => {
    const observation = { service: now, tasks, isNodeDown: () => false, now: seconds * 1000 }
    const judgement = judgeJob(goalOf(of), observation, memory, 60_000)
    memory = judgement.memory
    return judgement
  })
}

const verdicts = (...args: Parameters<typeof watch>) => watch(...args).map(({ verdict }) => verdict)

test('a job has converged when it has completed as often as it is to', () => {
  expect(
    verdicts(replicated, [
      [0, []],
      [1, tasksIn(replicated, 'running', 'running')],
      [2, tasksIn(replicated, 'complete', 'complete', 'running')],
      [3, tasksIn(replicated, 'complete', 'complete', 'complete')],
    ]),
  ).toEqual(['working', 'working', 'working', 'converged'])
})

test('without a total it is to complete as often as it runs side by side, or once', () => {
  const [both, once] = [job({ ReplicatedJob: { MaxConcurrent: 2 } }), job({ ReplicatedJob: {} })]
  expect(
    verdicts(both, [
      [0, tasksIn(both, 'complete')],
      [1, tasksIn(both, 'complete', 'complete')],
    ]),
  ).toEqual(['working', 'converged'])
  expect(verdicts(once, [[0, tasksIn(once, 'complete')]])).toEqual(['converged'])
})

test('a global job is to complete on each node that it was given, once however often it was tried there', () => {
  const failedFirst = ofRun(onEachNode, 1, { ID: 'x', nodeId: 'node-0', state: 'failed', error: 'exit 1' })
  const [looked] = watch(onEachNode, [[0, [failedFirst, ...tasksIn(onEachNode, 'complete', 'running')]]])
  expect(looked).toMatchObject({
    verdict: 'working',
    progress: { desired: 2, onNew: 1, failed: 1, lastError: 'exit 1' },
  })
  expect(verdicts(onEachNode, [[0, [failedFirst, ...tasksIn(onEachNode, 'complete', 'complete')]]])).toEqual([
    'converged',
  ])
})

test('a global job that no node may run never converges', () => {
  expect(
    verdicts(onEachNode, [
      [0, []],
      [59, []],
      [61, []],
    ]),
  ).toEqual(['working', 'working', 'timed_out'])
})

test('what an earlier run has completed does not count', () => {
  const second = job({ ReplicatedJob: { MaxConcurrent: 1, TotalCompletions: 1 } }, 2)
  const [earlier, present] = [ofRun(second, 1, { ID: 'a', state: 'complete' }), ofRun(second, 2, { ID: 'b' })]
  expect(watch(second, [[0, [earlier, present]]])).toMatchObject([{ verdict: 'working', progress: { onNew: 0 } }])
  expect(verdicts(second, [[0, [earlier, { ...present, Status: { ...present.Status, State: 'complete' } }]]])).toEqual([
    'converged',
  ])
})

test('a service that has another spec by now is told from one that works', () => {
  const changed = { ...replicated, Spec: { ...replicated.Spec, Labels: { team: 'b' } } }
  expect(verdicts(replicated, [[0, tasksIn(replicated, 'complete', 'complete', 'complete')]], changed)).toEqual([
    'changed',
  ])
})

test('patience ends when nothing more completes or runs, and begins anew with each task that does', () => {
  const looks = (...states: string[][]): [number, Task[]][] =>
    states.map((one, look) => [look * 50, tasksIn(replicated, ...one)])
  expect(
    verdicts(
      replicated,
      looks(['running'], ['complete'], ['complete', 'running'], ['complete', 'complete'], ['complete', 'complete']),
    ),
  ).toEqual(['working', 'working', 'working', 'working', 'working'])
  expect(verdicts(replicated, looks(['running'], ['failed'], ['failed'], ['running']))).toEqual([
    'working',
    'working',
    'timed_out',
    'timed_out',
  ])
})

test('the pause before a task is tried again is no lack of progress', () => {
  const patient = job({ ReplicatedJob: { MaxConcurrent: 1 } }, 1, { RestartPolicy: { Delay: 60e9 } })
  expect(
    verdicts(patient, [
      [0, tasksIn(patient, 'failed')],
      [119, tasksIn(patient, 'failed')],
    ]),
  ).toEqual(['working', 'working'])
  expect(
    verdicts(patient, [
      [0, tasksIn(patient, 'failed')],
      [121, tasksIn(patient, 'failed')],
    ]),
  ).toEqual(['working', 'timed_out'])
})

test('the cause is that of the last failure, or why a task still waits', () => {
  const failing = ['first', 'second'].map((error, slot) =>
    ofRun(replicated, 1, { ID: error, slot, state: 'failed', error }),
  )
  expect(watch(replicated, [[0, failing]])[0]?.progress).toMatchObject({ failed: 2, lastError: 'second' })
  const waiting = ofRun(replicated, 1, { state: 'pending', error: 'no suitable node' })
  expect(watch(replicated, [[0, [waiting]]])[0]?.progress).toMatchObject({ failed: 0, lastError: 'no suitable node' })
  const rejected = ofRun(replicated, 1, { state: 'rejected', error: 'No such image' })
  expect(watch(replicated, [[0, [rejected, waiting]]])[0]?.progress).toMatchObject({
    failed: 1,
    lastError: 'No such image',
  })
})
