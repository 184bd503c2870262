import 'server-only'
import { type Store, store } from './store'

export async function readValue(key: string, db: Store = store()): Promise<string | null> {
  const row = await db.selectFrom('keyValues').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value ?? null
}

export async function writeValue(key: string, value: string, db: Store = store()): Promise<void> {
  await db
    .insertInto('keyValues')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

export async function removeValue(key: string, db: Store = store()): Promise<void> {
  await db.deleteFrom('keyValues').where('key', '=', key).execute()
}
