import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isAppError } from '@/lib/errors/app-error'
import { listAudit } from '@/lib/store/audit'
import { temporaryStore } from '@/lib/store/testing/temporary-store'
import { onSessionsRevoked } from './open-streams'
import { changeOwnPassword } from './password/change-password'
import { findSession, isSessionLive, sessionRows } from './sessions'
import { signIn, signOut } from './sign-in'
import { addUser, caller, firstAdmin, password, signedIn } from './testing/people'
import { changeUser } from './users'

vi.mock('./password/password-cost', () => ({ passwordCost: { N: 2 ** 10, r: 8, p: 1 } }))

let database: Awaited<ReturnType<typeof temporaryStore>>
beforeEach(async () => {
  database = await temporaryStore()
})
afterEach(async () => {
  vi.useRealTimers()
  await database.remove()
})

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error) => (isAppError(error) ? error.code : String(error)),
  )
const minutes = (count: number) => count * 60_000

test('the right password starts a session, whatever the case of the name in the form', async () => {
  await firstAdmin()
  const { token, user } = await signIn({ username: 'ada', password }, caller)
  expect(user).toEqual({ id: expect.any(String), username: 'ada', name: 'Ada', role: 'admin' })
  expect((await findSession(token))?.user).toEqual(user)
})

test('a wrong password, an unknown name and a disabled user get the same answer', async () => {
  const { admin } = await firstAdmin()
  const kim = await addUser(admin, 'kim', 'viewer')
  await changeUser(admin, kim.id, { isDisabled: true })
  const answers = [
    await codeOf(signIn({ username: 'ada', password: 'wrong' }, caller)),
    await codeOf(signIn({ username: 'nobody', password }, caller)),
    await codeOf(signIn({ username: 'kim', password }, caller)),
  ]
  expect(answers).toEqual(['wrong_credentials', 'wrong_credentials', 'wrong_credentials'])
})

test('a failure is in the audit log, without what was typed as a name that nobody has', async () => {
  await firstAdmin()
  await codeOf(signIn({ username: 'ada', password: 'wrong' }, caller))
  await codeOf(signIn({ username: 'hunter2hunter2', password: 'ada' }, caller))
  expect((await listAudit({ limit: 2 })).map(({ actorName, object, result }) => [actorName, object, result])).toEqual([
    ['', 'user', 'refused'],
    ['Ada', 'user ada', 'refused'],
  ])
})

test('the database holds neither the token nor the password', async () => {
  const { token } = await firstAdmin()
  const tables = ['users', 'sessions', 'audit', 'keyValues', 'signInFailures'] as const
  const rows = await Promise.all(tables.map((table) => database.store.selectFrom(table).selectAll().execute()))
  const dump = JSON.stringify(rows)
  expect(dump).toContain('ada')
  expect(dump).not.toContain(token)
  expect(dump).not.toContain(password)
  const { tokenHash } = await database.store.selectFrom('sessions').select('tokenHash').executeTakeFirstOrThrow()
  expect(await findSession(tokenHash)).toBeNull()
})

test('each sign-in has a token of its own', async () => {
  const { token } = await firstAdmin()
  const again = await signIn({ username: 'ada', password }, caller)
  expect(again.token).not.toBe(token)
  expect(again.token).toMatch(/^[\w-]{43}$/)
})

test('a session that nobody uses ends after an hour, and one in use after twelve', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { token } = await firstAdmin()
  for (let n = 0; n < 12; n++) {
    vi.advanceTimersByTime(minutes(59))
    expect(await findSession(token)).not.toBeNull()
  }
  vi.advanceTimersByTime(minutes(12) + 1)
  expect(await findSession(token)).toBeNull()

  const { token: unused } = await signIn({ username: 'ada', password }, caller)
  vi.advanceTimersByTime(minutes(60))
  expect(await findSession(unused)).toBeNull()
})

test('an open stream asks again without keeping the session alive', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { admin } = await firstAdmin()
  for (let n = 0; n < 59; n++) {
    vi.advanceTimersByTime(minutes(1))
    expect(await isSessionLive(admin.sessionId)).toBe(true)
  }
  vi.advanceTimersByTime(minutes(1))
  expect(await isSessionLive(admin.sessionId)).toBe(false)
})

test('signing out ends the session here and tells its streams', async () => {
  const { token, admin } = await firstAdmin()
  const told: string[] = []
  const stop = onSessionsRevoked((ids) => told.push(...ids))
  await signOut(admin)
  stop()
  expect(await findSession(token)).toBeNull()
  expect(told).toEqual([admin.sessionId])
})

test('a user sees his own sessions, ends one of them, and cannot name another’s', async () => {
  const { admin } = await firstAdmin()
  await addUser(admin, 'kim', 'viewer')
  const kim = await signedIn((await signIn({ username: 'kim', password }, caller)).token)
  const { token: elsewhere } = await signIn({ username: 'ada', password }, { address: '192.0.2.9', agent: 'a phone' })
  const rows = await sessionRows(admin.id, admin.sessionId)
  expect(rows.map(({ agent, address, isThis }) => ({ agent, address, isThis }))).toEqual(
    expect.arrayContaining([
      { agent: 'a browser', address: '192.0.2.1', isThis: true },
      { agent: 'a phone', address: '192.0.2.9', isThis: false },
    ]),
  )
  expect(await codeOf(signOut(kim, rows[0]?.id))).toBe('not_found')
  await signOut(admin, rows.find((row) => !row.isThis)?.id)
  expect(await findSession(elsewhere)).toBeNull()
  expect(await sessionRows(admin.id, admin.sessionId)).toHaveLength(1)
})

test('changing the password asks for the old one and ends the other sessions', async () => {
  const { token, admin } = await firstAdmin()
  const { token: elsewhere } = await signIn({ username: 'ada', password }, caller)
  expect(await codeOf(changeOwnPassword(admin, { current: 'wrong', next: 'wax and propolis' }))).toBe(
    'wrong_credentials',
  )
  await changeOwnPassword(admin, { current: password, next: 'wax and propolis' })
  expect(await findSession(token)).not.toBeNull()
  expect(await findSession(elsewhere)).toBeNull()
  expect(await codeOf(signIn({ username: 'ada', password }, caller))).toBe('wrong_credentials')
  await signIn({ username: 'ada', password: 'wax and propolis' }, caller)
})

test('who is signed in goes on reading when the disk is full', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { token } = await firstAdmin()
  await database.store.schema.createTable('filler').addColumn('text', 'text').execute()
  const { sql } = await import('kysely')
  await sql.raw('pragma query_only = 1').execute(database.store)
  for (let n = 0; n < 3; n++) {
    vi.advanceTimersByTime(minutes(50))
    expect(await findSession(token)).not.toBeNull()
  }
})
