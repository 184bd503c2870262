import { expect, test } from 'vitest'
import { parseBytes } from './byte-size'

test.each([
  ['64', 64n],
  ['1k', 1024n],
  ['1KB', 1024n],
  ['1KiB', 1024n],
  ['1.5g', 1_610_612_736n],
  ['0.1234GB', 132_499_741n],
  ['10 m', 10_485_760n],
  ['5b', 5n],
  ['.5k', 512n],
  ['1_0', 10n],
  ['1p', 2n ** 50n],
  // What is more than 63 bits hold becomes the smallest number, as Go converts it.
  ['9000p', -(2n ** 63n)],
  ['inf k', -(2n ** 63n)],
])('%s is %d bytes', (text, bytes) => {
  expect(parseBytes(text)).toBe(bytes)
})

test.each(['', 'k', '-1k', '1x', '1 kk', '1  k', '5bb', '1e3 q', 'foo', '1ki'])('%j is no size', (text) => {
  expect(parseBytes(text)).toBeNull()
})
