'use client'

import { useLive } from '@/lib/browser/use-live'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { PolicyRow } from '@/lib/contract/policies'
import type { ViewOf } from '@/lib/contract/topics'
import { currentVersion } from '@/lib/rotation/current-version'

export type PolicySource = {
  kind: DataObjectKind
  /** Of any version. */
  name: string
  initial: ViewOf<`config:${string}`> | ViewOf<`secret:${string}`>
  policies: ViewOf<'policies'>
}

type FamilyPolicy = { family: string; current: string | null; policy: PolicyRow | null }

/** The policy of the family that an object belongs to, and the version of it that counts. */
export function useFamilyPolicy({ kind, name, initial, policies }: PolicySource): FamilyPolicy {
  const { document } = useLive<`config:${string}` | `secret:${string}`>(`${kind}:${name}`, initial).view
  const { rows } = useLive('policies', policies).view
  const family = document?.row.family ?? name
  const versions = document?.versions ?? []
  const current = currentVersion([...versions], ({ usedBy }) => usedBy.some(({ by }) => by === 'spec'))
  const policy = rows.find((one) => one.kind === kind && one.family === family) ?? null
  return { family, current: current?.name ?? null, policy }
}
