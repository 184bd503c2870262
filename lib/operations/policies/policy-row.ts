import type { PolicyRow, PolicyView } from '@/lib/contract/policies'
import { currentVersion } from '@/lib/rotation/current-version'
import { engineTime } from '@/lib/swarm/engine-time'
import { versionsInFamily } from '@/lib/swarm/families'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { usagesOf } from '@/lib/swarm/usages'

export function policyId({ kind, family }: Pick<PolicyView, 'kind' | 'family'>): string {
  return `${kind}:${family}`
}

/** A policy with the version whose age it is about. */
export function policyRow(snapshot: Snapshot, policy: PolicyView): PolicyRow {
  const { kind, family } = policy
  const version = currentVersion(versionsInFamily(snapshot[kind], family), ({ ID }) =>
    usagesOf(snapshot, kind, ID).some(({ by }) => by === 'spec'),
  )
  const current = version && { name: version.Spec.Name, createdAt: engineTime(version.CreatedAt) ?? 0 }
  return { ...policy, id: policyId(policy), current }
}
