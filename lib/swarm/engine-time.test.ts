import { expect, test } from 'vitest'
import { engineTime } from './engine-time'

test('nanoseconds are cut to milliseconds', () => {
  expect(engineTime('2026-01-01T12:00:00.123456789Z')).toBe(Date.UTC(2026, 0, 1, 12, 0, 0, 123))
})

test.each([undefined, '', '0001-01-01T00:00:00Z', 'yesterday'])('%s is no time', (text) => {
  expect(engineTime(text)).toBeNull()
})
