import { expect, test } from 'vitest'
import { holdRows } from './hold-rows'

type Row = { id: string; tasks: number }
const row = (id: string, tasks = 0): Row => ({ id, tasks })
const idOf = (item: Row) => item.id

test('rows keep their places and show their newest values', () => {
  const held = holdRows([row('b', 1), row('a', 2)], [row('a', 9), row('b', 8)], idOf)
  expect(held.rows).toEqual([row('b', 8), row('a', 9)])
  expect(held.gone.size).toBe(0)
})

test('a removed row stays, marked, with its last values', () => {
  const held = holdRows([row('a', 1), row('b', 2)], [row('b', 3)], idOf)
  expect(held.rows).toEqual([row('a', 1), row('b', 3)])
  expect([...held.gone]).toEqual(['a'])
})

test('new rows are counted, not shown', () => {
  const held = holdRows([row('b')], [row('a'), row('b'), row('c')], idOf)
  expect(held.rows.map(idOf)).toEqual(['b'])
  expect(held.newcomers).toBe(2)
})
