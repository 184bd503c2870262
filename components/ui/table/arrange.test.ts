import { expect, test } from 'vitest'
import { filterRows, sortRows, withChildren } from './arrange'
import { type Column, parseSort, sortToText } from './column'

type Row = { name: string; tasks: number | null }

const rows: Row[] = [
  { name: 'node10', tasks: 3 },
  { name: 'node2', tasks: null },
  { name: 'Node1', tasks: 12 },
]
const columns: Column<Row>[] = [
  { id: 'name', header: 'Name', cell: (row) => row.name, sortBy: (row) => row.name },
  { id: 'tasks', header: 'Tasks', cell: (row) => row.tasks, sortBy: (row) => row.tasks },
  { id: 'note', header: 'Note', cell: () => null },
]
const names = (sort: string) => sortRows(rows, columns, parseSort(sort), 'en').map((row) => row.name)

test('numbers in names count as numbers, and case does not count', () => {
  expect(names('name')).toEqual(['Node1', 'node2', 'node10'])
  expect(names('-name')).toEqual(['node10', 'node2', 'Node1'])
})

test('what has no value goes last in both directions', () => {
  expect(names('tasks')).toEqual(['node10', 'Node1', 'node2'])
  expect(names('-tasks')).toEqual(['Node1', 'node10', 'node2'])
})

test('a column that is unknown or cannot be sorted leaves the rows as they are', () => {
  expect(names('nonsense')).toEqual(['node10', 'node2', 'Node1'])
  expect(names('note')).toEqual(['node10', 'node2', 'Node1'])
  expect(names('')).toEqual(['node10', 'node2', 'Node1'])
})

test('a row matches when it has every word, wherever', () => {
  const match = (filter: string) => filterRows(rows, filter, (row) => `${row.name} worker`).map((row) => row.name)
  expect(match('WORK node1')).toEqual(['node10', 'Node1'])
  expect(match('node2 manager')).toEqual([])
  expect(match('   ')).toHaveLength(3)
})

test('the sort in the URL reads back as it was written', () => {
  for (const text of ['name', '-name']) expect(sortToText(parseSort(text))).toBe(text)
})

test('what is under an open row follows it, wherever the order puts that row', () => {
  const tree = { openIds: new Set(['b', 'gone']), childrenOf: (row: string) => [`${row}2`, `${row}1`] }
  expect(withChildren(['b', 'a'], tree, (row) => row)).toEqual(['b', 'b2', 'b1', 'a'])
  expect(withChildren(['a'], { ...tree, openIds: new Set() }, (row) => row)).toEqual(['a'])
})
