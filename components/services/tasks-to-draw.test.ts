import { expect, test } from 'vitest'
import { aTask } from '@/components/swarm/testing/task-row'
import { tasksToDraw } from './tasks-to-draw'

const failed = (id: string, createdAt: number) => aTask({ id, state: 'failed', desiredState: 'shutdown', createdAt })
const ids = (tasks: ReturnType<typeof aTask>[]) => tasksToDraw(tasks).map((task) => task.id)

test('what runs is drawn without its past', () => {
  expect(ids([aTask({ id: 'now' }), failed('before', 500)])).toEqual(['now'])
})

test('a slot without a living task shows its newest failure', () => {
  expect(ids([failed('first', 1), failed('second', 2)])).toEqual(['second'])
})

test('a slot that ended as it should shows nothing', () => {
  expect(
    ids([aTask({ state: 'complete', desiredState: 'shutdown' }), aTask({ slot: 2, desiredState: 'shutdown' })]),
  ).toEqual([])
})

test('each node is a slot of a global service', () => {
  const on = (nodeId: string, wish = {}) => aTask({ id: nodeId, slot: null, nodeId, ...wish })
  expect(ids([on('a'), on('b', { state: 'failed' })])).toEqual(['a', 'b'])
})
