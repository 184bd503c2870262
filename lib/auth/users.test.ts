import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isAppError } from '@/lib/errors/app-error'
import { listAudit } from '@/lib/store/audit'
import { temporaryStore } from '@/lib/store/testing/temporary-store'
import { onSessionsRevoked } from './open-streams'
import { findSession } from './sessions'
import { renewSetUpToken, setUp } from './set-up'
import { signIn } from './sign-in'
import { addUser, caller, firstAdmin, password } from './testing/people'
import { changeUser, createUser, deleteUser, hasUsers, userRows } from './users'

vi.mock('./password/password-cost', () => ({ passwordCost: { N: 2 ** 10, r: 8, p: 1 } }))

let database: Awaited<ReturnType<typeof temporaryStore>>
beforeEach(async () => {
  database = await temporaryStore()
})
afterEach(() => database.remove())

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error) => (isAppError(error) ? error.code : String(error)),
  )
const request = { username: 'ada', name: 'Ada', password }

test('set-up works once, with the newest token alone', async () => {
  const old = await renewSetUpToken()
  const token = await renewSetUpToken()
  expect(await hasUsers()).toBe(false)
  expect(await codeOf(setUp({ ...request, token: '' }, caller))).toBe('set_up_refused')
  expect(await codeOf(setUp({ ...request, token: old ?? '' }, caller))).toBe('set_up_refused')
  expect((await setUp({ ...request, token: token ?? '' }, caller)).user.role).toBe('admin')
  expect(await codeOf(setUp({ ...request, username: 'eve', token: token ?? '' }, caller))).toBe('set_up_refused')
  expect(await renewSetUpToken()).toBeNull()
  expect((await userRows()).map((row) => row.username)).toEqual(['ada'])
})

test('two who use the link at the same moment make one admin', async () => {
  const token = (await renewSetUpToken()) ?? ''
  const names = ['ada', 'eve']
  const outcomes = await Promise.all(names.map((username) => codeOf(setUp({ ...request, username, token }, caller))))
  expect(outcomes.toSorted()).toEqual(['no error', 'set_up_refused'])
  expect(await userRows()).toHaveLength(1)
})

test('the token is kept as a hash', async () => {
  const token = (await renewSetUpToken()) ?? ''
  const rows = await database.store.selectFrom('keyValues').selectAll().execute()
  expect(rows.map(({ key }) => key)).toContain('set-up-token-hash')
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('a name can be had once', async () => {
  const { admin } = await firstAdmin()
  expect(await codeOf(createUser(admin, { ...request, role: 'viewer' }))).toBe('name_taken')
})

test('a new role holds in the session that is open, and its streams are told', async () => {
  const { admin } = await firstAdmin()
  const kim = await addUser(admin, 'kim', 'operator')
  const { token } = await signIn({ username: 'kim', password }, caller)
  const told: string[] = []
  const stop = onSessionsRevoked((ids) => told.push(...ids))
  await changeUser(admin, kim.id, { role: 'viewer' })
  stop()
  const found = await findSession(token)
  expect(found?.user.role).toBe('viewer')
  expect(told).toEqual([found?.session.id])
})

test.each([
  ['disabling a user', { isDisabled: true }],
  ['a new password from an admin', { password: 'wax and propolis' }],
] as const)('%s ends his sessions at once', async (_, change) => {
  const { admin } = await firstAdmin()
  const kim = await addUser(admin, 'kim', 'operator')
  const { token } = await signIn({ username: 'kim', password }, caller)
  const told: string[] = []
  const stop = onSessionsRevoked((ids) => told.push(...ids))
  await changeUser(admin, kim.id, change)
  stop()
  expect(await findSession(token)).toBeNull()
  expect(told).toHaveLength(1)
})

test('an admin who disables himself is out at once, where he sits too', async () => {
  const { admin } = await firstAdmin()
  await addUser(admin, 'kim', 'admin')
  const told: string[] = []
  const stop = onSessionsRevoked((ids) => told.push(...ids))
  await changeUser(admin, admin.id, { isDisabled: true })
  stop()
  expect(told).toEqual([admin.sessionId])
})

test('an admin who gives himself a new password stays where he is', async () => {
  const { token, admin } = await firstAdmin()
  const { token: elsewhere } = await signIn({ username: 'ada', password }, caller)
  await changeUser(admin, admin.id, { password: 'wax and propolis' })
  expect(await findSession(token)).not.toBeNull()
  expect(await findSession(elsewhere)).toBeNull()
})

test('removing a user ends his sessions and leaves his name in the audit log', async () => {
  const { admin } = await firstAdmin()
  const kim = await addUser(admin, 'kim', 'operator')
  const { token } = await signIn({ username: 'kim', password }, caller)
  await deleteUser(admin, kim.id)
  expect(await findSession(token)).toBeNull()
  expect(await codeOf(deleteUser(admin, kim.id))).toBe('not_found')
  expect((await listAudit({ limit: 9, text: 'session.start' }))[0]).toMatchObject({ actorName: 'kim', actorId: kim.id })
})

test('the last admin can be neither demoted, disabled nor removed, by himself or by another', async () => {
  const { admin } = await firstAdmin()
  const refused = async () => [
    await codeOf(changeUser(admin, admin.id, { role: 'operator' })),
    await codeOf(changeUser(admin, admin.id, { isDisabled: true })),
    await codeOf(deleteUser(admin, admin.id)),
  ]
  expect(await refused()).toEqual(['last_admin', 'last_admin', 'last_admin'])
  const kim = await addUser(admin, 'kim', 'admin')
  await changeUser(admin, kim.id, { isDisabled: true })
  expect(await refused()).toEqual(['last_admin', 'last_admin', 'last_admin'])
  await changeUser(admin, kim.id, { isDisabled: false })
  expect((await changeUser(admin, admin.id, { role: 'operator' })).role).toBe('operator')
})

test('the audit log says what an admin changed, and no password', async () => {
  const { admin } = await firstAdmin()
  const kim = await addUser(admin, 'kim', 'viewer')
  await changeUser(admin, kim.id, { role: 'operator', password: 'wax and propolis' })
  const [row] = await listAudit({ limit: 1 })
  expect(row).toMatchObject({
    actorName: 'Ada',
    action: 'user.change',
    object: 'user kim',
    detail: { role: { from: 'viewer', to: 'operator' }, hasNewPassword: true },
  })
  expect(JSON.stringify(row)).not.toContain('wax')
})
