import { expect, test } from 'vitest'
import { resolveScalar } from './resolve-scalar'

const plain = (value: string, tag: string | null = null) =>
  resolveScalar({ kind: 'scalar', value, tag, style: 'plain', start: 0, end: 0 })
const standard = (name: string) => `tag:yaml.org,2002:${name}`

test.each([
  ['', { kind: 'null' }],
  ['~', { kind: 'null' }],
  ['True', { kind: 'boolean', value: true }],
  ['yes', { kind: 'text', value: 'yes' }],
  ['tRue', { kind: 'text', value: 'tRue' }],
  ['0755', { kind: 'integer', value: 493n }],
  ['1_000', { kind: 'integer', value: 1000n }],
  ['089', { kind: 'float', value: 89 }],
  ['.5', { kind: 'float', value: 0.5 }],
  ['18446744073709551616', { kind: 'float', value: 2 ** 64 }],
  ['-.inf', { kind: 'float', value: Number.NEGATIVE_INFINITY }],
  ['22:22', { kind: 'text', value: '22:22' }],
  ['1.2.3', { kind: 'text', value: '1.2.3' }],
  ['<<', { kind: 'merge' }],
])('%j without quotes', (text, value) => {
  expect(plain(text)).toEqual(value)
})

test('a date is a time, and in quotes a text like everything else', () => {
  expect(plain('2024-01-02').kind).toBe('time')
  expect(resolveScalar({ kind: 'scalar', value: '5', tag: null, style: 'single-quoted', start: 0, end: 0 })).toEqual({
    kind: 'text',
    value: '5',
  })
})

test('a standard tag decides, and one that the text does not fit is refused', () => {
  expect(plain('123', standard('str'))).toEqual({ kind: 'text', value: '123' })
  expect(plain('5', standard('float'))).toEqual({ kind: 'float', value: 5 })
  expect(plain('aGk=', standard('binary'))).toEqual({ kind: 'text', value: 'hi' })
  expect(plain('a', standard('int'))).toEqual({ kind: 'misfit', tag: '!!int' })
  expect(plain('%', standard('binary'))).toEqual({ kind: 'misfit', tag: '!!binary' })
  expect(plain('<<', standard('merge'))).toEqual({ kind: 'merge' })
})

test('any other tag makes it a text', () => {
  expect(plain('5', '!foo')).toEqual({ kind: 'text', value: '5' })
  expect(plain('5', '!')).toEqual({ kind: 'integer', value: 5n })
})
