import { expect, test } from 'vitest'
import { aTask } from './testing/task-row'
import { taskTone } from './tone'

test.each([
  [aTask(), 'running'],
  [aTask({ state: 'preparing' }), 'working'],
  [aTask({ state: 'pending' }), 'working'],
  [aTask({ state: 'pending', error: 'no suitable node' }), 'failing'],
  [aTask({ state: 'rejected' }), 'failing'],
  [aTask({ state: 'shutdown', desiredState: 'shutdown' }), 'neutral'],
  [aTask({ desiredState: 'shutdown', isRunning: false }), 'neutral'],
  [aTask({ isRunning: false }), 'failing'],
])('%#: a task looks as it is', (task, tone) => {
  expect(taskTone(task)).toBe(tone)
})
