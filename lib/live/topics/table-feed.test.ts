import { expect, test, vi } from 'vitest'
import { type RowSource, TableFeed } from './table-feed'

type Row = { id: string; tasks: number; health?: string }

function feedOf(...rows: Row[]) {
  const table = new Map(rows.map((row) => [row.id, row]))
  const row = vi.fn<RowSource['row']>((id) => table.get(id) ?? null)
  const source: RowSource = { rows: () => [...table.values()], row }
  const feed = new TableFeed()
  return { table, row, update: () => feed.update(source), feed }
}

test('the first update makes the whole table, the next only what was touched', () => {
  const { table, row, update, feed } = feedOf({ id: 'a', tasks: 1 }, { id: 'b', tasks: 1 })
  expect(update().upserted).toHaveLength(2)
  table.set('a', { id: 'a', tasks: 2 }).set('b', { id: 'b', tasks: 2 })
  feed.touch(['a'])
  expect(update()).toEqual({ upserted: [{ id: 'a', tasks: 2 }], removed: [] })
  expect(row.mock.calls).toEqual([['a']])
})

test('a row that comes out as before is no news', () => {
  const { update, feed } = feedOf({ id: 'a', tasks: 1 })
  update()
  feed.touch(['a'])
  expect(update()).toEqual({ upserted: [], removed: [] })
})

test('a row that is gone is removed, one that never was there is not', () => {
  const { table, update, feed } = feedOf({ id: 'a', tasks: 1 })
  update()
  table.delete('a')
  feed.touch(['a', 'stranger'])
  expect(update()).toEqual({ upserted: [], removed: ['a'] })
  expect(feed.current()).toEqual([])
})

test('only rows whose health passes by itself are looked at again after a while', () => {
  const { row, update, feed } = feedOf(
    { id: 'a', tasks: 1, health: 'running' },
    { id: 'b', tasks: 1, health: 'working' },
  )
  update()
  feed.touchUnsettled()
  update()
  expect(row.mock.calls).toEqual([['b']])
})
