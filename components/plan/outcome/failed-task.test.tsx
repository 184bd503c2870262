import { expect, test } from 'vitest'
import { aTask } from '@/components/swarm/testing/task-row'
import { movingStep } from '@/lib/plan/testing/moving-step'
import { failedTaskOf } from './failed-task'

const step = movingStep('api')

const task = (id: string, state: string, stateSince: number, configNames = ['web_v2']) =>
  aTask({ id, state, desiredState: 'shutdown', stateSince, configNames })

test('it is the last that failed on the new version, whatever runs since', () => {
  const tasks = [
    task('old', 'failed', 9, ['web']),
    task('first', 'failed', 1),
    task('last', 'failed', 2),
    task('ended', 'shutdown', 3),
    aTask({ id: 'runs', state: 'running', desiredState: 'running', stateSince: 4, configNames: ['web'] }),
  ]
  expect(failedTaskOf(tasks, step)?.id).toBe('last')
})

test('a task that the engine ended because it was unhealthy has not failed by its word, and is found', () => {
  expect(failedTaskOf([task('unhealthy', 'complete', 1)], step)?.id).toBe('unhealthy')
})

test('where the engine has forgotten its tasks there is none', () => {
  expect(failedTaskOf([task('old', 'failed', 9, ['web'])], step)).toBeNull()
})
