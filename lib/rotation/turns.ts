import type { PolicyView } from '@/lib/contract/policies'
import { engineTime } from '@/lib/swarm/engine-time'
import type { Secret } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { usagesOf } from '@/lib/swarm/usages'
import { versionsOf } from './family'
import { isToRotate } from './policy'

/** What Skep does with a family by itself: rotates this secret, or removes old versions where there is none to rotate. */
export type Turn = { policy: PolicyView; rotates: Secret | null }

/**
 * The families whose hour it is, what is too old the longest first. A family that no service uses is never rotated: there
 * would be one more unused version each time.
 */
export function turnsAt(snapshot: Snapshot, policies: readonly PolicyView[], now: number): Turn[] {
  return policies
    .filter(({ automaticHour }) => automaticHour === new Date(now).getUTCHours())
    .map((policy) => turnOf(snapshot, policy, now))
    .sort((a, b) => b.overdueMs - a.overdueMs)
    .map(({ overdueMs: _overdueMs, ...turn }) => turn)
}

function turnOf(snapshot: Snapshot, policy: PolicyView, now: number): Turn & { overdueMs: number } {
  const secret = policy.kind === 'secret' ? secretInUse(snapshot, policy.family) : undefined
  const madeAt = secret && engineTime(secret.CreatedAt)
  if (!secret || typeof madeAt !== 'number' || !isToRotate(policy, madeAt, now))
    return { policy, rotates: null, overdueMs: -1 }
  return { policy, rotates: secret, overdueMs: now - madeAt - (policy.maxAgeDays ?? 0) * 86_400_000 }
}

/** The newest version that a service's spec names. */
function secretInUse(snapshot: Snapshot, family: string): Secret | undefined {
  const isUsed = ({ ID }: Secret) => usagesOf(snapshot, 'secret', ID).some((usage) => usage.by === 'spec')
  return versionsOf(snapshot.secret.values(), family).findLast(isUsed)
}
