import { usualRecipes } from '@/components/plan/value/recipe-size'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { PolicyView, RotationPolicy } from '@/lib/contract/policies'
import { defaultPolicy } from '@/lib/rotation/policy'

/** A policy is for families of any size: whatever concerns several services can be chosen, and is said. */
export const anyServices = 2

/** What a policy begins with: what suits most, and nothing that happens by itself. */
export function startPolicy(kind: DataObjectKind): RotationPolicy {
  return { ...defaultPolicy, recipe: kind === 'secret' ? usualRecipes.characters : null, maxAgeDays: 90 }
}

/** Without who set it and when, which is not sent. */
export function policyOf({ recipe, naming, rollout, maxAgeDays, automaticHour }: PolicyView): RotationPolicy {
  return { recipe, naming, rollout, maxAgeDays, automaticHour }
}

/** Whether there is anything that Skep could do by itself: rotate what it may make, or remove old versions. */
export function canRunByItself({ recipe, maxAgeDays, rollout }: RotationPolicy): boolean {
  return (recipe !== null && maxAgeDays !== null) || rollout.keepVersions !== null
}

/** The policy with some of it changed; what it does not allow any more by itself is switched off. */
export function changePolicy(policy: RotationPolicy, change: Partial<RotationPolicy>): RotationPolicy {
  const next = { ...policy, ...change }
  return canRunByItself(next) ? next : { ...next, automaticHour: null }
}

export function policyToText(policy: RotationPolicy): string {
  return JSON.stringify(policy)
}

/** Null for what is no policy of ours: another version of Skep may have left it. */
export function policyFromText(text: string): RotationPolicy | null {
  try {
    const stored: unknown = JSON.parse(text || 'null')
    return isPolicy(stored) ? stored : null
  } catch {
    return null
  }
}

function isPolicy(value: unknown): value is RotationPolicy {
  if (typeof value !== 'object' || value === null) return false
  const rollout = 'rollout' in value ? value.rollout : null
  const hasAll = ['recipe', 'naming', 'maxAgeDays', 'automaticHour'].every((key) => Object.hasOwn(value, key))
  return hasAll && typeof rollout === 'object' && rollout !== null && 'holdAfterCanary' in rollout
}
