import 'server-only'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { PolicyView, RotationPolicy } from '@/lib/contract/policies'
import { live } from '@/lib/live/live'
import { notePolicy } from '@/lib/operations/policies/known-policies'
import { familyOf } from '@/lib/rotation/family'
import { type Actor, appendAudit } from '@/lib/store/audit'
import { findPolicy, removePolicy, writePolicy } from '@/lib/store/policies'
import { transact } from '@/lib/store/store'
import type { Config, Secret } from '@/lib/swarm/engine-types'

/** The policy of the family that an object belongs to; null where nobody has made one. */
export function policyOf(kind: DataObjectKind, object: Config | Secret): Promise<PolicyView | null> {
  return findPolicy(keyOf(kind, object))
}

/** Stores a policy, or takes it away with null, together with the row in the audit log. */
export async function setPolicy(
  { kind, object }: { kind: DataObjectKind; object: Config | Secret },
  policy: RotationPolicy | null,
  actor: Actor,
): Promise<PolicyView | null> {
  const key = keyOf(kind, object)
  await transact(async (trx) => {
    if (policy) await writePolicy(trx, key, policy, actor.name)
    else await removePolicy(trx, key)
    await appendAudit(trx, {
      actor,
      action: 'policy.manage',
      object: `${kind} ${key.family}`,
      swarmId: key.swarmId,
      result: 'done',
      detail: { policy: policy && { ...policy } },
    })
  })
  const stored = await findPolicy(key)
  notePolicy(key, stored)
  return stored
}

function keyOf(kind: DataObjectKind, object: Config | Secret) {
  return { swarmId: live().stamp().swarmId, kind, family: familyOf(object.Spec) }
}
