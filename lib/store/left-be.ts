import 'server-only'
import type { LeftBe } from '@/lib/contract/deploy'
import { store, type Trx } from './store'

type Key = { swarmId: string; stack: string; service: string; field: string }

/** Of the whole swarm, by stack. */
export async function listLeftBe(swarmId: string): Promise<Map<string, LeftBe[]>> {
  const rows = await store()
    .selectFrom('leftBe')
    .selectAll()
    .where('swarmId', '=', swarmId)
    .orderBy('service')
    .orderBy('field')
    .execute()
  const stacks = new Map<string, LeftBe[]>()
  for (const { stack, service, field, value, at, byName } of rows) {
    const known = stacks.get(stack) ?? []
    stacks.set(stack, [...known, { service, field, value, at, byName }])
  }
  return stacks
}

/** The last word counts; but to leave one value be says nothing against leaving them all be. */
export async function writeLeftBe(
  trx: Trx,
  key: Key,
  { value, by }: { value: string | null; by: { id: string; name: string } },
): Promise<void> {
  const values = { value, at: Date.now(), byId: by.id, byName: by.name }
  await trx
    .insertInto('leftBe')
    .values({ ...key, ...values })
    .onConflict((conflict) => {
      const update = conflict.columns(['swarmId', 'stack', 'service', 'field']).doUpdateSet(values)
      return value === null ? update : update.where('leftBe.value', 'is not', null)
    })
    .execute()
}

export async function removeLeftBe(trx: Trx, { swarmId, stack, service, field }: Key): Promise<void> {
  await trx
    .deleteFrom('leftBe')
    .where('swarmId', '=', swarmId)
    .where('stack', '=', stack)
    .where('service', '=', service)
    .where('field', '=', field)
    .execute()
}
