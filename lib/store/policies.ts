import 'server-only'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { PolicyView, RotationPolicy } from '@/lib/contract/policies'
import { type Store, store, type Trx } from './store'

type Key = { swarmId: string; kind: DataObjectKind; family: string }

export async function listPolicies(swarmId: string, db: Store = store()): Promise<PolicyView[]> {
  const rows = await db.selectFrom('policies').selectAll().where('swarmId', '=', swarmId).orderBy('family').execute()
  return rows.map(({ kind, family, policy, updatedAt, updatedBy }) => {
    const stored: RotationPolicy = JSON.parse(policy)
    return { ...stored, kind, family, updatedAt, updatedBy }
  })
}

export async function findPolicy({ swarmId, kind, family }: Key): Promise<PolicyView | null> {
  const all = await listPolicies(swarmId)
  return all.find((one) => one.kind === kind && one.family === family) ?? null
}

export async function writePolicy(trx: Trx, key: Key, policy: RotationPolicy, updatedBy: string): Promise<void> {
  const values = { policy: JSON.stringify(policy), updatedAt: Date.now(), updatedBy }
  await trx
    .insertInto('policies')
    .values({ ...key, ...values })
    .onConflict((conflict) => conflict.columns(['swarmId', 'kind', 'family']).doUpdateSet(values))
    .execute()
}

export async function removePolicy(trx: Trx, { swarmId, kind, family }: Key): Promise<void> {
  await trx
    .deleteFrom('policies')
    .where('swarmId', '=', swarmId)
    .where('kind', '=', kind)
    .where('family', '=', family)
    .execute()
}
