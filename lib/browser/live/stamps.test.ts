import { describe, expect, test } from 'vitest'
import type { Stamp } from '@/lib/contract/stamp'
import { continues, fresher, supersedes } from './stamps'

const stamp = (change: Partial<Stamp> = {}): Stamp => ({ swarmId: 's', epoch: 'e', revision: 5, asOf: 1000, ...change })

test('in one life the revision decides what takes the place of what', () => {
  expect(supersedes(stamp({ revision: 6 }), stamp())).toBe(true)
  expect(supersedes(stamp(), stamp())).toBe(true)
  expect(supersedes(stamp({ revision: 4, asOf: 9000 }), stamp())).toBe(false)
})

test('another epoch or swarm always takes the place, even with a smaller revision', () => {
  expect(supersedes(stamp({ epoch: 'f', revision: 1 }), stamp())).toBe(true)
  expect(supersedes(stamp({ swarmId: 't', revision: 1 }), stamp())).toBe(true)
})

test('a change can only be applied to a view of its own life', () => {
  expect(continues(stamp({ revision: 6 }), stamp())).toBe(true)
  expect(continues(stamp({ revision: 4 }), stamp())).toBe(false)
  expect(continues(stamp({ epoch: 'f', revision: 6 }), stamp())).toBe(false)
})

describe('of the cache and what the server put into the page', () => {
  const view = (change: Partial<Stamp>) => ({ stamp: stamp(change) })

  test('the one that exists is taken', () => {
    const only = view({})
    expect(fresher(only, null)).toBe(only)
    expect(fresher(null, only)).toBe(only)
    expect(fresher(null, null)).toBeNull()
  })

  test('the higher revision wins, and the cache when they are equal', () => {
    const cached = view({ revision: 5 })
    const older = view({ revision: 4 })
    const newer = view({ revision: 6 })
    expect(fresher(cached, newer)).toBe(newer)
    expect(fresher(cached, older)).toBe(cached)
    expect(fresher(cached, view({ revision: 5 }))).toBe(cached)
  })

  test('of two lives the one that was confirmed later wins', () => {
    const cached = view({ epoch: 'old', revision: 900, asOf: 1000 })
    const restarted = view({ epoch: 'new', revision: 1, asOf: 2000 })
    expect(fresher(cached, restarted)).toBe(restarted)
    expect(fresher(restarted, cached)).toBe(restarted)
  })
})
