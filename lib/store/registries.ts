import 'server-only'
import type { Selectable } from 'kysely'
import type { RegistriesTable } from './schema'
import { store, type Trx } from './store'

export type StoredRegistry = Selectable<RegistriesTable>

export function findRegistry(host: string): Promise<StoredRegistry | undefined> {
  return store().selectFrom('registries').selectAll().where('host', '=', host).executeTakeFirst()
}

/** Without the password, for whom it is not needed. */
export function listRegistries(): Promise<Omit<StoredRegistry, 'password'>[]> {
  return store()
    .selectFrom('registries')
    .select(['host', 'username', 'updatedAt', 'updatedBy'])
    .orderBy('host')
    .execute()
}

/** Adds it, or takes the place of what is there. */
export async function saveRegistry(trx: Trx, registry: StoredRegistry): Promise<void> {
  const { host: _, ...changed } = registry
  await trx
    .insertInto('registries')
    .values(registry)
    .onConflict((conflict) => conflict.column('host').doUpdateSet(changed))
    .execute()
}

/** Whether there was one. */
export async function removeRegistry(trx: Trx, host: string): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('registries').where('host', '=', host).executeTakeFirst()
  return numDeletedRows > 0n
}
