import { expect, test } from 'vitest'
import { defaultPolicy } from '@/lib/rotation/policy'
import { ConfigPolicyRequest, PolicyRequest } from './policies'

const generated = { ...defaultPolicy, recipe: { kind: 'hex', bytes: 32 }, maxAgeDays: 90 }
const keepAll = { ...defaultPolicy.rollout, keepVersions: null }

/** What is wrong with it, by field. */
function faultsOf(schema: typeof PolicyRequest, policy: object): string[] {
  const { error } = schema.safeParse(policy)
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)
}

test('a policy that acts by itself needs something to do', () => {
  const typed = { ...generated, recipe: null, rollout: keepAll, automaticHour: 3 }
  expect(faultsOf(PolicyRequest, typed)).toEqual(['automaticHour: needs_recipe_and_age'])
  for (const can of [{ recipe: generated.recipe }, { rollout: defaultPolicy.rollout }, { automaticHour: null }])
    expect(faultsOf(PolicyRequest, { ...typed, ...can })).toEqual([])
})

test('the content of a config is never made up', () => {
  expect(faultsOf(ConfigPolicyRequest, generated)).toEqual(['recipe: not_for_configs'])
  expect(faultsOf(ConfigPolicyRequest, { ...generated, recipe: null, automaticHour: 3 })).toEqual([])
})

test('too short a value, an unknown naming and what does not belong are refused', () => {
  const short = { ...generated, recipe: { kind: 'characters', length: 7, alphabet: 'digits' } }
  expect(faultsOf(PolicyRequest, short)).toMatchObject([expect.stringMatching(/^recipe.length: /)])
  expect(faultsOf(PolicyRequest, { ...generated, naming: 'hash' })).toMatchObject([expect.stringMatching(/^naming: /)])
  expect(faultsOf(PolicyRequest, { ...generated, updatedBy: 'me' })).toHaveLength(1)
})
