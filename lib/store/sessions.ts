import 'server-only'
import type { Selectable } from 'kysely'
import type { SessionsTable } from './schema'
import { type Store, store, type Trx } from './store'

export type StoredSession = Selectable<SessionsTable>

export async function insertSession(db: Store, session: StoredSession): Promise<void> {
  await db.insertInto('sessions').values(session).execute()
}

export function findSessionByHash(tokenHash: string): Promise<StoredSession | undefined> {
  return store().selectFrom('sessions').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst()
}

export function findSessionById(id: string): Promise<StoredSession | undefined> {
  return store().selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst()
}

export function listSessions(userId: string): Promise<StoredSession[]> {
  return store().selectFrom('sessions').selectAll().where('userId', '=', userId).orderBy('lastSeenAt', 'desc').execute()
}

export async function touchSession(id: string, userId: string, lastSeenAt: number): Promise<void> {
  await store().updateTable('sessions').set({ lastSeenAt }).where('id', '=', id).execute()
  await store().updateTable('users').set({ lastSeenAt }).where('id', '=', userId).execute()
}

/** The ids of those that were removed. */
export async function removeSessions(
  trx: Trx,
  which: { userId: string; id?: string; except?: string },
): Promise<string[]> {
  let query = trx.deleteFrom('sessions').where('userId', '=', which.userId)
  if (which.id !== undefined) query = query.where('id', '=', which.id)
  if (which.except !== undefined) query = query.where('id', '!=', which.except)
  return (await query.returning('id').execute()).map((row) => row.id)
}

export async function removeSessionsBefore(limits: { createdAt: number; lastSeenAt: number }): Promise<void> {
  await store()
    .deleteFrom('sessions')
    .where((eb) => eb.or([eb('createdAt', '<', limits.createdAt), eb('lastSeenAt', '<', limits.lastSeenAt)]))
    .execute()
}
