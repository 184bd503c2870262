import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  formatGoFloat,
  parseAnyGoFloat,
  parseGoDecimal,
  parseGoFloat,
  parseGoInteger,
  roundToFloat32,
  truncateToInt64,
} from './go-number'

test.each([
  ['0755', 493n],
  ['007', 7n],
  ['0o17', 15n],
  ['0x1F', 31n],
  ['-0b101', -5n],
  ['+7', 7n],
  ['18446744073709551615', 2n ** 64n - 1n],
  ['-9223372036854775808', -(2n ** 63n)],
])('%s is the integer %d', (text, value) => {
  expect(parseGoInteger(text)).toBe(value)
})

test.each(['', '089', '1.0', '0x', '18446744073709551616', '-9223372036854775809', '1_0', '9'.repeat(200)])(
  '%s is no integer',
  (text) => {
    expect(parseGoInteger(text)).toBeNull()
  },
)

test('a decimal has no octal, and no more than 63 bits', () => {
  expect(parseGoDecimal('0440')).toBe(440n)
  expect(parseGoDecimal('-3')).toBe(-3n)
  expect(parseGoDecimal('9223372036854775808')).toBeNull()
  expect(parseGoDecimal('0x1')).toBeNull()
})

test('floats may have underscores between digits, and have to be finite', () => {
  expect(['1.5', '.5', '5.', '1e3', '1_0.5'].map(parseGoFloat)).toEqual([1.5, 0.5, 5, 1000, 10.5])
  expect(['', '.', '1__0', '_1', '1e', '1e400', 'inf'].map(parseGoFloat)).toEqual(Array(7).fill(null))
})

test('elsewhere Go reads words and hexadecimal floats too', () => {
  expect(['inf', '-Infinity', 'nan', '0x1p-2', '-0x.8p1', '0x_1p0', '2'].map(parseAnyGoFloat)).toEqual([
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NaN,
    0.25,
    -1,
    1,
    2,
  ])
  expect(['-nan', '0x1', '0xp1', '0x1p', '0x1p99999', '0x1__0p1'].map(parseAnyGoFloat)).toEqual(Array(6).fill(null))
})

test.each([
  [1_000_000, '1e+06'],
  [123_456_789, '1.23456789e+08'],
  [123_456.5, '123456.5'],
  [1e21, '1e+21'],
  [0.00001, '1e-05'],
  [0.0001, '0.0001'],
  [3, '3'],
  [1.1, '1.1'],
  [-0, '-0'],
  [Number.NEGATIVE_INFINITY, '-Inf'],
  [Number.NaN, 'NaN'],
])('%d is printed as %s', (value, text) => {
  expect(formatGoFloat(value)).toBe(text)
})

test('what is printed is read as the same float', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(Number(formatGoFloat(value))).toBe(value)
    }),
  )
})

test('a float loses its fraction, and what does not fit becomes the smallest integer', () => {
  expect([2.9, -2.9, 1e19, Number.NaN].map(truncateToInt64)).toEqual([2n, -2n, -(2n ** 63n), -(2n ** 63n)])
})

test('a float32 is written in the fewest digits', () => {
  expect([0.3, 0.5, 0.123456789].map(roundToFloat32)).toEqual([0.3, 0.5, 0.12345679])
  expect([0, 1e300, -1e300, 1e-50, -0.3].map(roundToFloat32)).toEqual([0, Infinity, -Infinity, 0, -0.3])
  // As Go writes them, with a digit less than the nearest decimal of that length would need.
  expect([2 ** -96, 2 ** 87, -(2 ** 90)].map(roundToFloat32)).toEqual([1.2621775e-29, 1.5474251e26, -1.2379401e27])
  fc.assert(
    fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
      // Zero loses its sign, which no engine minds.
      expect(Math.fround(roundToFloat32(value)) === value).toBe(true)
    }),
  )
})
