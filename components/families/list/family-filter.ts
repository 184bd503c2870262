import { ageState } from '@/lib/rotation/policy'
import { type Family, lastRotation } from './family'

export const familyFilters = ['unused', 'shared', 'due', 'never'] as const

export type FamilyFilter = (typeof familyFilters)[number]

const tests: Record<FamilyFilter, (family: Family, now: number) => boolean> = {
  unused: ({ services }) => services.length === 0,
  shared: ({ stacks }) => stacks.length > 1,
  due: (family, now) => isDue(family, now),
  never: (family) => lastRotation(family).how === 'never',
}

function isDue({ policy, current }: Family, now: number): boolean {
  const state = policy && ageState(policy, current.createdAt, now)
  return state === 'due' || state === 'overdue'
}

export function matches(family: Family, filter: FamilyFilter, now: number): boolean {
  return tests[filter](family, now)
}

/** From the URL, which may hold anything. */
export function filtersOf(text: string): FamilyFilter[] {
  const words = text.split(',')
  return familyFilters.filter((filter) => words.includes(filter))
}
