import type { ConfigRow, SecretRow } from '@/lib/contract/data-objects'

type Version = Pick<ConfigRow | SecretRow, 'name' | 'usedBy'>

/**
 * How a version stands to those that services use. `in_use`: every user of the family is on it. `unused`: the family has
 * no user that could move. Versions are the oldest first.
 */
export function standingOf(versions: readonly Version[], name: string): 'older' | 'newer' | 'in_use' | 'unused' {
  const used = versions.filter((version) => version.usedBy.some((usage) => usage.by === 'spec'))
  const newest = used.at(-1)
  if (!newest) return 'unused'
  if (used.every((version) => version.name === name)) return 'in_use'
  return versions.findIndex((version) => version.name === name) < versions.indexOf(newest) ? 'older' : 'newer'
}
