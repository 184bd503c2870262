import 'server-only'
import type { Role, UserRow } from '@/lib/contract/session'
import { AppError } from '@/lib/errors/app-error'
import { appendAudit } from '@/lib/store/audit'
import { newId } from '@/lib/store/new-id'
import { removeSessions } from '@/lib/store/sessions'
import { type Trx, transact } from '@/lib/store/store'
import {
  countAdmins,
  countUsers,
  findUser,
  findUserByName,
  insertUser,
  listUsers,
  removeUser,
  type StoredUser,
  updateUser,
} from '@/lib/store/users'
import { hashPassword } from './password/password-hash'
import { sessionsChanged } from './sessions'
import type { SignedInUser } from './user'

export async function hasUsers(): Promise<boolean> {
  return (await countUsers()) > 0
}

export async function userRows(): Promise<UserRow[]> {
  return (await listUsers()).map(rowOf)
}

export type NewUser = { username: string; name: string; role: Role; password: string }

export async function createUser(actor: SignedInUser, { password, ...wanted }: NewUser): Promise<UserRow> {
  const passwordHash = await hashPassword(password)
  return transact(async (trx) => {
    if (await findUserByName(wanted.username, trx))
      throw new AppError('name_taken', { kind: 'user', name: wanted.username })
    const user = { id: newId(), ...wanted, passwordHash, createdAt: Date.now(), disabledAt: null, lastSeenAt: null }
    await insertUser(trx, user)
    await record(trx, actor, 'user.create', user, { role: user.role })
    return rowOf(user)
  })
}

export type UserChange = { name?: string; role?: Role; isDisabled?: boolean; password?: string }

/**
 * Holds at once: sessions of a disabled user and of one with a new password end, and after a change of role the open
 * streams are asked anew.
 */
export async function changeUser(actor: SignedInUser, id: string, change: UserChange): Promise<UserRow> {
  const passwordHash = change.password === undefined ? undefined : await hashPassword(change.password)
  const { row, touched } = await transact(async (trx) => {
    const user = await existing(trx, id)
    const disabledAt = change.isDisabled === undefined ? user.disabledAt : change.isDisabled ? Date.now() : null
    const next: StoredUser = {
      ...user,
      name: change.name ?? user.name,
      role: change.role ?? user.role,
      disabledAt,
      passwordHash: passwordHash ?? user.passwordHash,
    }
    if (isActiveAdmin(user) && !isActiveAdmin(next)) await assertOtherAdmin(trx)
    const { id: _, ...columns } = next
    await updateUser(trx, id, columns)
    await record(trx, actor, 'user.change', next, changesBetween(user, next))
    return { row: rowOf(next), touched: await sessionsTouchedBy(trx, actor, next, passwordHash !== undefined) }
  })
  sessionsChanged(touched)
  return row
}

/** The ids of the sessions that end, or whose rights are others now. */
function sessionsTouchedBy(
  trx: Trx,
  actor: SignedInUser,
  user: StoredUser,
  hasNewPassword: boolean,
): Promise<string[]> {
  if (user.disabledAt !== null) return removeSessions(trx, { userId: user.id })
  // An admin who gives himself a new password stays signed in where he is.
  if (hasNewPassword) return removeSessions(trx, { userId: user.id, except: actor.sessionId })
  return sessionIdsOf(trx, user.id)
}

export async function deleteUser(actor: SignedInUser, id: string): Promise<void> {
  const ended = await transact(async (trx) => {
    const user = await existing(trx, id)
    if (isActiveAdmin(user)) await assertOtherAdmin(trx)
    const sessions = await removeSessions(trx, { userId: id })
    await removeUser(trx, id)
    await record(trx, actor, 'user.remove', user, {})
    return sessions
  })
  sessionsChanged(ended)
}

async function existing(trx: Trx, id: string): Promise<StoredUser> {
  const user = await findUser(id, trx)
  if (!user) throw new AppError('not_found', { kind: 'user', name: id })
  return user
}

function isActiveAdmin(user: StoredUser): boolean {
  return user.role === 'admin' && user.disabledAt === null
}

/** Without an admin nobody could make another. */
async function assertOtherAdmin(trx: Trx): Promise<void> {
  if ((await countAdmins(trx)) <= 1) throw new AppError('last_admin')
}

function sessionIdsOf(trx: Trx, userId: string): Promise<string[]> {
  return trx
    .selectFrom('sessions')
    .select('id')
    .where('userId', '=', userId)
    .execute()
    .then((rows) => rows.map((row) => row.id))
}

function changesBetween(before: StoredUser, after: StoredUser): Record<string, unknown> {
  return {
    ...(before.name !== after.name && { name: { from: before.name, to: after.name } }),
    ...(before.role !== after.role && { role: { from: before.role, to: after.role } }),
    ...(!before.disabledAt !== !after.disabledAt && { isDisabled: after.disabledAt !== null }),
    ...(before.passwordHash !== after.passwordHash && { hasNewPassword: true }),
  }
}

function record(trx: Trx, actor: SignedInUser, action: string, user: StoredUser, detail: Record<string, unknown>) {
  return appendAudit(trx, { actor, action, object: `user ${user.username}`, result: 'done', detail })
}

function rowOf({ id, username, name, role, disabledAt, createdAt, lastSeenAt }: StoredUser): UserRow {
  return { id, username, name, role, isDisabled: disabledAt !== null, createdAt, lastSeenAt }
}
