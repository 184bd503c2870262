import 'server-only'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { PolicyView, RotationPolicy } from '@/lib/contract/policies'
import type { PoliciesTable } from './schema'
import { type Store, store, type Trx } from './store'

export type PolicyKey = { swarmId: string; kind: DataObjectKind; family: string }

export async function listAllPolicies(): Promise<(PolicyView & { swarmId: string })[]> {
  const rows = await store().selectFrom('policies').selectAll().orderBy('family').execute()
  return rows.map(({ swarmId, ...row }) => ({ swarmId, ...viewOf(row) }))
}

export async function listPolicies(swarmId: string, db: Store = store()): Promise<PolicyView[]> {
  const rows = await db.selectFrom('policies').selectAll().where('swarmId', '=', swarmId).orderBy('family').execute()
  return rows.map(viewOf)
}

/** A policy of before there were namings has none. */
function viewOf({ kind, family, policy, updatedAt, updatedBy }: Omit<PoliciesTable, 'swarmId'>): PolicyView {
  const stored: Omit<RotationPolicy, 'naming'> & Partial<RotationPolicy> = JSON.parse(policy)
  return { ...stored, naming: stored.naming ?? 'as_before', kind, family, updatedAt, updatedBy }
}

export async function findPolicy({ swarmId, kind, family }: PolicyKey): Promise<PolicyView | null> {
  const all = await listPolicies(swarmId)
  return all.find((one) => one.kind === kind && one.family === family) ?? null
}

export async function writePolicy(trx: Trx, key: PolicyKey, policy: RotationPolicy, updatedBy: string): Promise<void> {
  const values = { policy: JSON.stringify(policy), updatedAt: Date.now(), updatedBy }
  await trx
    .insertInto('policies')
    .values({ ...key, ...values })
    .onConflict((conflict) => conflict.columns(['swarmId', 'kind', 'family']).doUpdateSet(values))
    .execute()
}

export async function removePolicy(trx: Trx, { swarmId, kind, family }: PolicyKey): Promise<void> {
  await trx
    .deleteFrom('policies')
    .where('swarmId', '=', swarmId)
    .where('kind', '=', kind)
    .where('family', '=', family)
    .execute()
}

/** Takes the family's turn by its schedule, once for all processes. False when somebody had it after that time. */
export async function takeTurn(
  trx: Trx,
  { swarmId, kind, family }: PolicyKey,
  { now, notAfter }: { now: number; notAfter: number },
): Promise<boolean> {
  const done = await trx
    .updateTable('policies')
    .set({ ranAt: now })
    .where('swarmId', '=', swarmId)
    .where('kind', '=', kind)
    .where('family', '=', family)
    .where((eb) => eb.or([eb('ranAt', 'is', null), eb('ranAt', '<=', notAfter)]))
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** The families whose schedule had its turn after that time. */
export function listTurnsAfter(swarmId: string, at: number): Promise<Pick<PolicyKey, 'kind' | 'family'>[]> {
  return store()
    .selectFrom('policies')
    .select(['kind', 'family'])
    .where('swarmId', '=', swarmId)
    .where('ranAt', '>', at)
    .execute()
}
