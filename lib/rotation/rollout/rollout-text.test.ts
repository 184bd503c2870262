import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { RolloutFields } from '@/lib/contract/inputs/policies'
import type { RolloutWish } from './rollout'
import { defaultRollout, limits, rolloutFromText, rolloutToText } from './rollout-text'

test('the default takes no room in the URL', () => {
  expect(rolloutToText(defaultRollout)).toBe('')
  expect(rolloutFromText('')).toEqual(defaultRollout)
})

test('what a policy makes usual takes no room either, and the plain way then has a name', () => {
  const usual: RolloutWish = { ...defaultRollout, holdAfterCanary: true }
  expect(rolloutToText(usual, usual)).toBe('')
  expect(rolloutToText(defaultRollout, usual)).toBe('plain')
})

test('a choice reads like what it means', () => {
  const wish: RolloutWish = {
    holdBefore: true,
    holdAfterCanary: true,
    atOnce: 3,
    watchMs: 60_000,
    onFailure: 'ask',
    keepVersions: 5,
  }
  expect(rolloutToText(wish)).toBe('hold,canary,at-once:3,watch:60,ask,keep:5')
})

const wishes: fc.Arbitrary<RolloutWish> = fc.record({
  holdBefore: fc.boolean(),
  holdAfterCanary: fc.boolean(),
  atOnce: fc.integer({ min: 1, max: limits.atOnce }),
  watchMs: fc.option(
    fc.integer({ min: 1, max: limits.watchSeconds }).map((seconds) => seconds * 1_000),
    { nil: null },
  ),
  onFailure: fc.constantFrom('ask', 'undo'),
  keepVersions: fc.option(fc.integer({ min: 1, max: limits.keepVersions }), { nil: null }),
})

test('every choice comes back from the URL as it went in', () => {
  fc.assert(
    fc.property(wishes, wishes, (wish, usual) => {
      expect(rolloutFromText(rolloutToText(wish))).toEqual(wish)
      expect(rolloutFromText(rolloutToText(wish, usual), usual)).toEqual(wish)
    }),
  )
})

test('what somebody has typed into the URL is taken as far as the server takes it', () => {
  const wild = 'canary,at-once:9999,watch:-1,keep:0,keep,nonsense,at-once:x'
  expect(rolloutFromText(wild)).toEqual({ ...defaultRollout, holdAfterCanary: true })
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { atOnce, watchMs, keepVersions } = rolloutFromText(text)
      expect(RolloutFields.atOnce.safeParse(atOnce).success).toBe(true)
      expect(RolloutFields.watchMs.safeParse(watchMs).success).toBe(true)
      expect(RolloutFields.keepVersions.safeParse(keepVersions).success).toBe(true)
    }),
  )
})
