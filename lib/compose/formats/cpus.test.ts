import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCpus } from './cpus'

test.each([
  ['0.5', 500_000_000n],
  ['.5', 500_000_000n],
  ['2', 2_000_000_000n],
  ['1/2', 500_000_000n],
  ['010/2', 4_000_000_000n],
  ['1e-1', 100_000_000n],
  ['1e1_0', 10_000_000_000_000_000_000n - 2n ** 64n],
  ['0x1p-2', 250_000_000n],
  ['0xe', 14_000_000_000n],
  ['0b11', 3_000_000_000n],
  ['1_000', 1_000_000_000_000n],
  ['-1', -1_000_000_000n],
  ['0', 0n],
])('%s CPUs are %d billionths', (text, nanoCpus) => {
  expect(parseCpus(text)).toEqual({ nanoCpus })
})

test.each(['0.0000000001', '1/3', '1e-10'])('%s is too precise', (text) => {
  expect(parseCpus(text)).toEqual({ problem: 'too_precise' })
})

test.each(['', 'abc', '1/0', '1/-2', '1__0', '_1', '0x_fe-1', '1.5/2', 'inf', ' 1', '1e1.5'])(
  '%j is no number',
  (text) => {
    expect(parseCpus(text)).toEqual({ problem: 'not_a_number' })
  },
)

test('any number of billionths is read back', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (nanoCpus) => {
      const digits = String(nanoCpus).padStart(10, '0')
      expect(parseCpus(`${digits.slice(0, -9)}.${digits.slice(-9)}`)).toEqual({ nanoCpus })
    }),
  )
})
