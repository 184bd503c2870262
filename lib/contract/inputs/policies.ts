import { z } from 'zod'
import { namings } from '@/lib/contract/policies'

/** Of a policy and of a rotation: how several services are changed. */
export const RolloutFields = {
  atOnce: z.int().min(1).max(50),
  onFailure: z.enum(['ask', 'undo']),
  watchMs: z.int().min(0).max(3_600_000).nullable(),
  keepVersions: z.int().min(1).max(1000).nullable(),
  holdAfterCanary: z.boolean(),
}

const Recipe = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('characters'),
    length: z.int().min(8).max(1024),
    alphabet: z.enum(['alphanumeric', 'unambiguous', 'symbols', 'digits']),
  }),
  z.strictObject({ kind: z.literal('hex'), bytes: z.int().min(4).max(1024) }),
  z.strictObject({ kind: z.literal('base64'), bytes: z.int().min(4).max(1024) }),
  z.strictObject({ kind: z.literal('uuid') }),
  z.strictObject({ kind: z.literal('passphrase'), words: z.int().min(3).max(40) }),
])

export const PolicyRequest = z
  .strictObject({
    recipe: Recipe.nullable(),
    naming: z.enum(namings),
    rollout: z.strictObject(RolloutFields),
    maxAgeDays: z.int().min(1).max(3650).nullable(),
    automaticHour: z.int().min(0).max(23).nullable(),
  })
  // By itself Skep rotates what it may make when it knows when, and removes what is beyond the versions to keep.
  .refine(
    ({ automaticHour, recipe, maxAgeDays, rollout }) =>
      automaticHour === null || (recipe !== null && maxAgeDays !== null) || rollout.keepVersions !== null,
    { path: ['automaticHour'], message: 'needs_recipe_and_age' },
  )

/** A config's content is never made up, so its policy has no recipe. */
export const ConfigPolicyRequest = PolicyRequest.refine((it) => it.recipe === null, {
  path: ['recipe'],
  message: 'not_for_configs',
})
