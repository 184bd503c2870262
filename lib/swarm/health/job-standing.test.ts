import { expect, test } from 'vitest'
import type { Service, Task } from '@/lib/swarm/engine-types'
import { madeAt } from '@/lib/swarm/testing/meta'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { task } from '@/lib/swarm/testing/task'
import { serviceStanding } from './service-standing'

const job = service({ Name: 'migrate', mode: { ReplicatedJob: { MaxConcurrent: 2, TotalCompletions: 3 } } })
const standing = (of: Service, tasks: Task[]) => serviceStanding(snapshot(of, ...tasks), of, Date.parse(madeAt))
const attempt = (slot: number, state: string, error?: string) => task(job, { slot, state, error, desired: 'complete' })

test('a job with completions to come is working, and wants as many tasks as may run at once', () => {
  expect(standing(job, [attempt(1, 'complete'), attempt(2, 'running'), attempt(3, 'starting')])).toEqual({
    desiredTasks: 2,
    runningTasks: 1,
    health: 'working',
    reason: { code: 'job_running', params: { done: 1, total: 3 } },
  })
})

test('a job that is done has stopped and wants nothing', () => {
  expect(
    standing(
      job,
      [1, 2, 3].map((slot) => attempt(slot, 'complete')),
    ),
  ).toEqual({
    desiredTasks: 0,
    runningTasks: 0,
    health: 'stopped',
    reason: { code: 'job_done', params: { done: 3, total: 3 } },
  })
})

test('a job that gave up fails with the error of a task', () => {
  expect(standing(job, [attempt(1, 'complete'), attempt(2, 'failed', 'task: non-zero exit (1)')])).toMatchObject({
    health: 'failing',
    reason: { code: 'job_failed', params: { done: 1, total: 3, error: 'task: non-zero exit (1)' } },
  })
})

test('a job without a node to run on fails with the words of the scheduler', () => {
  expect(standing(job, [attempt(1, 'pending', 'no suitable node')])).toMatchObject({
    health: 'failing',
    reason: { code: 'pending', params: { error: 'no suitable node' } },
  })
})

test('the tasks of an earlier run do not count', () => {
  const again = { ...job, JobStatus: { JobIteration: { Index: 7 } } }
  const earlier = [1, 2, 3].map((slot) => attempt(slot, 'complete'))
  const present = { ...attempt(1, 'running'), ID: 'present', JobIteration: { Index: 7 } }
  expect(standing(again, [...earlier, present])).toMatchObject({
    runningTasks: 1,
    reason: { code: 'job_running', params: { done: 0, total: 3 } },
  })
})

test('a global job is done when each of its nodes is', () => {
  const sweep = service({ Name: 'sweep', mode: { GlobalJob: {} } })
  const on = (nodeId: string, state: string) => task(sweep, { ID: nodeId, nodeId, state, desired: 'complete' })
  expect(standing(sweep, [on('a', 'complete'), on('b', 'running')])).toMatchObject({
    reason: { code: 'job_running', params: { done: 1, total: 2 } },
  })
  expect(standing(sweep, [on('a', 'complete'), on('b', 'complete')])).toMatchObject({ health: 'stopped' })
})
