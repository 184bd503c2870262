import { expect, test } from 'vitest'
import { backOffMs } from './back-off'

test('waits twice as long each time, up to ten seconds', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map((attempt) => backOffMs(attempt, 0))).toEqual([
    500, 1000, 2000, 4000, 8000, 10_000, 10_000,
  ])
})

test('chance takes at most half of it', () => {
  expect(backOffMs(3, 1)).toBe(2000)
  expect(backOffMs(3, 0.5)).toBe(3000)
})
