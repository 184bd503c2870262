import { expect, test } from 'vitest'
import type { RotationPolicy } from '@/lib/contract/policies'
import { ageState, defaultPolicy, isToRotate } from './policy'

const day = 86_400_000
const now = Date.UTC(2026, 4, 10, 3, 30)
const policy: RotationPolicy = {
  ...defaultPolicy,
  recipe: { kind: 'hex', bytes: 32 },
  maxAgeDays: 90,
  automaticHour: 3,
}
const made = (daysAgo: number) => now - daysAgo * day

test('a version is due in the last tenth of its time, a week before at most, and overdue after it', () => {
  expect([10, 82, 83, 89.9, 90, 400].map((days) => ageState(policy, made(days), now))).toEqual([
    'fresh',
    'fresh',
    'due',
    'due',
    'overdue',
    'overdue',
  ])
  expect(ageState({ maxAgeDays: 10 }, made(8.9), now)).toBe('fresh')
  expect(ageState({ maxAgeDays: 10 }, made(9.1), now)).toBe('due')
  expect(ageState({ maxAgeDays: null }, made(4000), now)).toBeNull()
})

test('nothing rotates by itself before it is too old, outside its hour, without a recipe, or without leave', () => {
  expect(isToRotate(policy, made(91), now)).toBe(true)
  expect(isToRotate(policy, made(89), now)).toBe(false)
  expect(isToRotate(policy, made(91), now + 3_600_000)).toBe(false)
  expect(isToRotate({ ...policy, recipe: null }, made(91), now)).toBe(false)
  expect(isToRotate({ ...policy, automaticHour: null }, made(91), now)).toBe(false)
})
