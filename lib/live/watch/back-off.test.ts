import { expect, test } from 'vitest'
import { BackOff } from './back-off'

test('pauses double from half a second to ten, and begin anew after a success', () => {
  const backOff = new BackOff(() => 0)
  expect([1, 2, 3, 4, 5, 6, 7].map(() => backOff.next())).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000])
  backOff.reset()
  expect(backOff.next()).toBe(500)
})

test('each is shorter by up to a fifth, by chance', () => {
  expect(new BackOff(() => 1).next()).toBe(400)
})
