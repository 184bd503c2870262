import { expect, test } from 'vitest'
import { lineAndColumn, sourceOf, textAt } from './place'

test('lines end with any of the three line breaks, and are counted from 1', () => {
  const source = sourceOf('a.yaml', 'ab\ncd\r\nef\rgh')
  const places = [0, 1, 3, 7, 10].map((offset) => lineAndColumn(source, offset))
  expect(places.map(({ line, column }) => `${line}:${column}`)).toEqual(['1:1', '1:2', '2:1', '3:1', '4:1'])
  expect(textAt({ source, start: 7, end: 9 })).toBe('ef')
})

test('an offset behind the end is on the last line', () => {
  expect(lineAndColumn(sourceOf('a', 'x'), 5)).toEqual({ line: 1, column: 6 })
})
