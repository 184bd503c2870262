import { expect, test } from 'vitest'
import { healthcheckOf, resourcesOf, updatePolicyOf } from './policies'

test('no policy means one task at a time, an empty one means all at once', () => {
  expect(updatePolicyOf(undefined).parallelism).toBe(1)
  expect(updatePolicyOf({}).parallelism).toBe(0)
})

test('a monitor of zero is kept, since only a missing one gets the default', () => {
  expect(updatePolicyOf({ Monitor: 0 }).monitorMs).toBe(0)
  expect(updatePolicyOf({}).monitorMs).toBe(5000)
})

test('limits of zero are no limits', () => {
  expect(resourcesOf({ Resources: { Limits: { NanoCPUs: 0, MemoryBytes: 5 } } })).toEqual({
    limitNanoCpus: null,
    limitMemoryBytes: 5,
    reservedNanoCpus: null,
    reservedMemoryBytes: null,
  })
})

test('a health check without a test is the image’s own', () => {
  expect(healthcheckOf({ Interval: 1e9 })).toBeNull()
  expect(healthcheckOf({ Test: ['CMD', 'true'], Interval: 2.5e9 })).toMatchObject({ intervalMs: 2500, retries: null })
})
