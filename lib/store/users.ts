import 'server-only'
import type { Selectable, Updateable } from 'kysely'
import type { UsersTable } from './schema'
import { type Store, store, type Trx } from './store'

export type StoredUser = Selectable<UsersTable>

export function listUsers(db: Store = store()): Promise<StoredUser[]> {
  return db.selectFrom('users').selectAll().orderBy('username').execute()
}

export function findUser(id: string, db: Store = store()): Promise<StoredUser | undefined> {
  return db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst()
}

export function findUserByName(username: string, db: Store = store()): Promise<StoredUser | undefined> {
  return db.selectFrom('users').selectAll().where('username', '=', username).executeTakeFirst()
}

export async function countUsers(db: Store = store()): Promise<number> {
  const { count } = await db
    .selectFrom('users')
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Admins who can sign in. */
export async function countAdmins(trx: Trx): Promise<number> {
  const { count } = await trx
    .selectFrom('users')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('role', '=', 'admin')
    .where('disabledAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function insertUser(trx: Trx, user: StoredUser): Promise<void> {
  await trx.insertInto('users').values(user).execute()
}

export async function updateUser(db: Store, id: string, change: Updateable<UsersTable>): Promise<void> {
  await db.updateTable('users').set(change).where('id', '=', id).execute()
}

export async function removeUser(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('users').where('id', '=', id).execute()
}
