import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffValues } from './diff-values'

function changes(before: unknown, after: unknown): string[] {
  const found = diffValues(JSON.stringify(before), JSON.stringify(after)) ?? []
  return found.map((change) => `${change.path}: ${change.before ?? '–'} → ${change.after ?? '–'}`)
}

test('the order of keys and white space make no difference', () => {
  expect(diffValues('{"a": 1, "b": {"c": 2, "d": 3}}', '{\n"b":{"d":3,"c":2},"a":1.0\n}')).toEqual([])
})

test('each value that differs is told with its path, old and new', () => {
  const before = { port: 80, tls: { on: false, 'min version': '1.2' }, gone: null }
  const after = { port: 8080, tls: { on: false, 'min version': '1.3' }, fresh: [1] }
  expect(changes(before, after)).toEqual([
    'port: 80 → 8080',
    'tls["min version"]: "1.2" → "1.3"',
    'gone: null → –',
    'fresh: – → [1]',
  ])
})

test('an element that was put in front does not make all others differ', () => {
  expect(changes({ a: ['x', 'y', 'z'] }, { a: ['new', 'x', 'y', 'z'] })).toEqual(['a[0]: – → "new"'])
  expect(changes(['x', 'y', 'z'], ['x', 'z'])).toEqual(['[1]: "y" → –'])
})

test('an element that changed inside is compared inside', () => {
  expect(changes([{ name: 'a', port: 1 }, { name: 'b' }], [{ name: 'a', port: 2 }, { name: 'b' }])).toEqual([
    '[0].port: 1 → 2',
  ])
})

test('the whole may differ, and so may its kind', () => {
  expect(changes(1, 'one')).toEqual(['.: 1 → "one"'])
  expect(changes({ a: [] }, { a: {} })).toEqual(['a: [] → {}'])
})

test('what is no JSON is not compared, nor are numbers that would be rounded', () => {
  expect(diffValues('{', '{}')).toBeNull()
  expect(diffValues('[12345678901234567890]', '[12345678901234567891]')).toBeNull()
})

const json = fc.jsonValue({ noUnicodeString: false }).filter((value) => !/\d[\d.]{15,}/.test(JSON.stringify(value)))

test('a value does not differ from itself, whatever the order of its keys', () => {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, inner]) => [key, turned(inner)]),
    )
  }
  fc.assert(
    fc.property(json, (value) => {
      expect(changes(value, turned(value))).toEqual([])
    }),
  )
})

test('between two values that are not the same, something is told', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.array(fc.integer()), (before, after) => {
      expect(changes(before, after).length > 0).toBe(JSON.stringify(before) !== JSON.stringify(after))
    }),
  )
})

test('as many as are told differ: changing one leaf of an object tells that leaf', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.integer(), { minKeys: 1 }), (object) => {
      const [key = ''] = Object.keys(object)
      const told = diffValues(JSON.stringify(object), JSON.stringify({ ...object, [key]: 'changed' }))
      expect(told).toEqual([expect.objectContaining({ before: String(object[key]), after: '"changed"' })])
    }),
  )
})
