import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDuration } from './duration'

test.each([
  ['1h30m', 5_400_000_000_000n],
  ['1.5s', 1_500_000_000n],
  ['-.5s', -500_000_000n],
  ['+100ms', 100_000_000n],
  ['10us', 10_000n],
  ['10µs', 10_000n],
  ['10μs', 10_000n],
  ['7ns', 7n],
  ['0', 0n],
  ['-0', 0n],
  ['1h1h', 7_200_000_000_000n],
  ['9223372036.854775807s', 2n ** 63n - 1n],
])('%s', (text, nanoseconds) => {
  expect(parseDuration(text)).toBe(nanoseconds)
})

test.each(['', '5', '1d', 's', '.s', '1e3s', '1 s', '9223372037s', '1S', '--1s'])('%j is no duration', (text) => {
  expect(parseDuration(text)).toBeNull()
})

test('parts add up in any order', () => {
  const units = { ns: 1n, us: 1000n, ms: 1_000_000n, s: 1_000_000_000n, m: 60_000_000_000n, h: 3_600_000_000_000n }
  const part = fc.tuple(fc.nat(1000), fc.constantFrom('ns', 'us', 'ms', 's', 'm', 'h'))
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
      const total = parts.reduce((sum, [count, unit]) => sum + BigInt(count) * (units[unit] ?? 0n), 0n)
      expect(parseDuration(parts.map(([count, unit]) => `${count}${unit}`).join(''))).toBe(total)
    }),
  )
})
