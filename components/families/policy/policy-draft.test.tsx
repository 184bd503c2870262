import { expect, test } from 'vitest'
import { canRunByItself, changePolicy, policyFromText, policyOf, policyToText, startPolicy } from './policy-draft'

const scheduled = changePolicy(startPolicy('secret'), { automaticHour: 3 })

test('a secret’s policy begins with a generated value, a config’s without, and neither runs by itself', () => {
  expect(startPolicy('secret')).toMatchObject({ recipe: { kind: 'characters' }, maxAgeDays: 90, automaticHour: null })
  expect(startPolicy('config')).toMatchObject({ recipe: null, automaticHour: null })
})

test('without anything to do by itself there is no hour any more', () => {
  const typed = changePolicy(scheduled, { recipe: null })
  expect(typed.automaticHour).toBe(3)
  expect(canRunByItself(typed)).toBe(true)
  const kept = changePolicy(typed, { rollout: { ...typed.rollout, keepVersions: null } })
  expect([kept.automaticHour, canRunByItself(kept)]).toEqual([null, false])
})

test('a draft comes back as it was left, and what is no policy is none', () => {
  expect(policyFromText(policyToText(scheduled))).toEqual(scheduled)
  for (const text of ['', 'null', '{', '[]', '"x"', '{"recipe":null}', '{"rollout":{}}'])
    expect(policyFromText(text)).toBeNull()
})

test('who set a policy is not sent back', () => {
  const view = { ...scheduled, kind: 'secret' as const, family: 'key', updatedAt: 1, updatedBy: 'ann' }
  expect(policyOf(view)).toEqual(scheduled)
})
