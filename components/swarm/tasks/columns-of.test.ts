import { expect, test } from 'vitest'
import { aTask } from '@/components/swarm/testing/task-row'
import { columnsOf } from './columns-of'

const nodes = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `node-${index}`, hostname: `n${index}`, isAvailable: true }))

test('a few nodes are all drawn, the empty ones too', () => {
  const { columns, empty } = columnsOf(nodes(3), [aTask({ nodeId: 'node-1' })])
  expect(columns.map(({ node, tasks }) => `${node.id}: ${tasks.length}`)).toEqual([
    'node-0: 0',
    'node-1: 1',
    'node-2: 0',
  ])
  expect(empty).toBe(0)
})

test('of many nodes the empty ones are only counted', () => {
  const { columns, empty } = columnsOf(nodes(100), [aTask({ nodeId: 'node-7' })])
  expect(columns.map(({ node }) => node.id)).toEqual(['node-7'])
  expect(empty).toBe(99)
})

test('where room does not matter only nodes with a task are drawn, by their names', () => {
  const { columns, empty } = columnsOf(nodes(3), [aTask({ nodeId: 'node-1' })], true)
  expect(columns.map(({ node }) => node.hostname)).toEqual(['n1'])
  expect(empty).toBe(0)
})

test('a task without a node stands apart, and one on a removed node keeps a place', () => {
  const { homeless, columns } = columnsOf(nodes(1), [
    aTask({ id: 'a', nodeId: null }),
    aTask({ id: 'b', nodeId: 'gone' }),
  ])
  expect(homeless.map((task) => task.id)).toEqual(['a'])
  expect(columns.at(-1)).toMatchObject({ node: { id: 'gone', isAvailable: false }, tasks: [{ id: 'b' }] })
})

test('a replacement stands beside what it replaces', () => {
  const tasks = [
    aTask({ id: 'web.2', slot: 2, nodeId: 'node-0' }),
    aTask({ id: 'web.1 new', slot: 1, nodeId: 'node-0', createdAt: 2_000 }),
    aTask({ id: 'web.1 old', slot: 1, nodeId: 'node-0' }),
    aTask({ id: 'api.9', slot: 9, serviceName: 'api', nodeId: 'node-0' }),
  ]
  expect(columnsOf(nodes(1), tasks).columns[0]?.tasks.map((task) => task.id)).toEqual([
    'api.9',
    'web.1 old',
    'web.1 new',
    'web.2',
  ])
})
