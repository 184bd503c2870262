import { expect, test } from 'vitest'
import { type Destination, rank } from './rank'

const named = (...names: string[]) =>
  names.map((name): Destination => ({ kind: 'service', name, href: `/services/${name}` }))
const names = (query: string, ...all: string[]) => rank(named(...all), query).map(({ name }) => name)

test('the same name, then its beginning, then the beginning of a part, then any place', () => {
  expect(names('web', 'cobweb', 'todo_web', 'webmail', 'web')).toEqual(['web', 'webmail', 'todo_web', 'cobweb'])
})

test('shorter names come first among equals', () => {
  expect(names('todo', 'todo_web', 'todo', 'todo_db')).toEqual(['todo', 'todo_db', 'todo_web'])
})

test('letters in order find a name, and letters out of order do not', () => {
  expect(names('tdw', 'todo_web', 'web_todo')).toEqual(['todo_web'])
})

test('case and surrounding space do not count', () => {
  expect(names('  ToDo ', 'TODO_db')).toEqual(['TODO_db'])
})

test('without a query everything stays as it is', () => {
  expect(names('', 'b', 'a')).toEqual(['b', 'a'])
})

test('Korean names are found by their beginning', () => {
  expect(names('노', '설정', '노드')).toEqual(['노드'])
})
