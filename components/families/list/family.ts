import type { ConfigRow, RotationNote, SecretRow, Usage } from '@/lib/contract/data-objects'
import type { PolicyRow } from '@/lib/contract/policies'
import { currentVersion } from '@/lib/rotation/current-version'
import { operationLabel } from '@/lib/rotation/family'
import { addTo } from '@/lib/swarm/add-to'

export type Version = ConfigRow | SecretRow

/** One logical config or secret. */
export type Family = {
  name: string
  /** Oldest first. */
  versions: readonly Version[]
  /** The one that counts: it is in use, or the newest. */
  current: Version
  /** Services that ask for any of its versions, and their stacks; null among them for those without one. */
  services: readonly string[]
  stacks: readonly (string | null)[]
  policy: PolicyRow | null
}

/**
 * How the current version came into use. `ours`: by an operation that goes on, has not come to its end, or is known no
 * more. `otherwise`: it is not the first, and nothing of ours made it.
 */
export type LastRotation =
  | { how: 'rotated'; note: RotationNote }
  | { how: 'ours'; at: number; operationId: string }
  | { how: 'otherwise'; at: number }
  | { how: 'never' }

/** All families, by name. */
export function familiesOf(rows: readonly Version[], policies: readonly PolicyRow[]): Family[] {
  const byFamily = new Map<string, Version[]>()
  for (const row of rows) addTo(byFamily, row.family, row)
  const policyOf = new Map(policies.map((policy) => [policy.family, policy]))
  return [...byFamily.keys()].sort().flatMap((name) => {
    const family = familyOf(name, byFamily.get(name) ?? [])
    return family ? [{ ...family, policy: policyOf.get(name) ?? null }] : []
  })
}

function familyOf(name: string, rows: readonly Version[]): Omit<Family, 'policy'> | null {
  // Every version tells the order of all of them.
  const order = rows[0]?.versions ?? []
  const versions = rows.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
  const current = currentVersion(versions, (version) => version.usedBy.some(isBySpec))
  if (!current) return null
  const users = versions.flatMap((version) => version.usedBy.filter(isBySpec))
  const services = [...new Set(users.map((usage) => usage.serviceName))].sort()
  const stacks = [...new Set(users.map((usage) => usage.stack))].sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1))
  return { name, versions, current, services, stacks }
}

const isBySpec = (usage: Usage) => usage.by === 'spec'

export function lastRotation({ versions, current }: Pick<Family, 'versions' | 'current'>): LastRotation {
  if (current.rotated) return { how: 'rotated', note: current.rotated }
  if (versions[0] === current) return { how: 'never' }
  const { createdAt: at, labels } = current
  const operationId = labels[operationLabel]
  return operationId ? { how: 'ours', at, operationId } : { how: 'otherwise', at }
}

/** When the current version came into use, for the order of a list; null where that was never another one. */
export function rotatedAt(family: Family): number | null {
  const last = lastRotation(family)
  if (last.how === 'never') return null
  return last.how === 'rotated' ? last.note.at : last.at
}
