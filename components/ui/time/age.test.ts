import { expect, test } from 'vitest'
import { ageOf } from './age'

const now = 1_800_000_000_000
const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const ago = (ms: number) => {
  const { unit, value } = ageOf(now - ms, now)
  return `${value} ${unit}`
}

test('the first seconds are now, and then tens of seconds count', () => {
  expect(ago(0)).toBe('0 now')
  expect(ago(9 * second)).toBe('0 now')
  expect(ago(19 * second)).toBe('10 second')
  expect(ago(59 * second)).toBe('50 second')
})

test('each unit begins where it fits once', () => {
  expect(ago(minute)).toBe('1 minute')
  expect(ago(hour - 1)).toBe('59 minute')
  expect(ago(hour)).toBe('1 hour')
  expect(ago(day)).toBe('1 day')
  expect(ago(59 * day)).toBe('59 day')
  expect(ago(61 * day)).toBe('2 month')
  expect(ago(800 * day)).toBe('2 year')
})

test('what lies ahead is negative', () => {
  expect(ago(-5 * minute)).toBe('-5 minute')
})
