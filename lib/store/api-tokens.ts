import 'server-only'
import type { Selectable } from 'kysely'
import type { ApiTokensTable } from './schema'
import { store, type Trx } from './store'

export type StoredToken = Selectable<ApiTokensTable>

export async function insertToken(trx: Trx, token: StoredToken): Promise<void> {
  await trx.insertInto('apiTokens').values(token).execute()
}

export function findTokenByHash(tokenHash: string): Promise<StoredToken | undefined> {
  return store().selectFrom('apiTokens').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst()
}

/** Newest first. */
export function listTokens(userId: string, db = store()): Promise<StoredToken[]> {
  return db.selectFrom('apiTokens').selectAll().where('userId', '=', userId).orderBy('id', 'desc').execute()
}

export async function touchToken(id: string, lastUsedAt: number): Promise<void> {
  await store().updateTable('apiTokens').set({ lastUsedAt }).where('id', '=', id).execute()
}

/** The one that was removed, if it was this user's. */
export function removeToken(trx: Trx, which: { userId: string; id: string }): Promise<StoredToken | undefined> {
  return trx
    .deleteFrom('apiTokens')
    .where('userId', '=', which.userId)
    .where('id', '=', which.id)
    .returningAll()
    .executeTakeFirst()
}
