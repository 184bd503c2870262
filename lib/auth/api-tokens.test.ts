import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isAppError } from '@/lib/errors/app-error'
import * as tokensTable from '@/lib/store/api-tokens'
import { listAudit } from '@/lib/store/audit'
import { temporaryStore } from '@/lib/store/testing/temporary-store'
import { apiTokenOf, createToken, requireTokenUser, revokeToken, tokenRows } from './api-tokens'
import { addUser, firstAdmin } from './testing/people'
import type { SignedInUser } from './user'
import { changeUser, deleteUser } from './users'

vi.mock('./password/password-cost', () => ({ passwordCost: { N: 2 ** 10, r: 8, p: 1 } }))

let database: Awaited<ReturnType<typeof temporaryStore>>
beforeEach(async () => {
  database = await temporaryStore()
})
afterEach(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  await database.remove()
})

const wish = { name: 'pipeline', expiresInDays: 30 }

async function kimWithToken(role: 'operator' | 'admin' = 'operator') {
  const { admin } = await firstAdmin()
  const kim: SignedInUser = { ...(await addUser(admin, 'kim', role)), sessionId: 'session', address: null }
  return { admin, kim, made: await createToken(kim, wish) }
}

/** Why the token is refused, or nothing. */
const refusal = (token: string) =>
  requireTokenUser(token).then(
    () => null,
    (error) => (isAppError(error) ? `${error.code} ${String(error.params.reason)}` : String(error)),
  )

test('a token is 256 random bits with a mark, and stands for its owner', async () => {
  const { kim, made } = await kimWithToken()
  expect(made.token).toMatch(/^skp_[\w-]{43}$/)
  expect((await createToken(kim, { ...wish, name: 'other' })).token).not.toBe(made.token)
  const { user, tokenId } = await requireTokenUser(made.token)
  expect(user).toEqual({ id: kim.id, username: 'kim', name: 'kim · pipeline', role: 'operator' })
  expect(tokenId).toBe(made.id)
})

test('the database has its hash alone, and nothing lists it again', async () => {
  const { kim, made } = await kimWithToken()
  const tables = ['apiTokens', 'audit'] as const
  const rows = await Promise.all(tables.map((table) => database.store.selectFrom(table).selectAll().execute()))
  expect(rows.flat().length).toBeGreaterThan(2)
  const kept = JSON.stringify([rows, await tokenRows(kim.id)])
  expect(kept).not.toContain(made.token)
  expect(kept).not.toContain(made.token.slice('skp_'.length))
  expect(kept).toContain(made.token.slice(0, 10))
})

test.each(['skp_', 'skp_wrong', `skp_${'A'.repeat(43)}`, ''])('the token %o is unknown', async (token) => {
  await kimWithToken()
  expect(await refusal(token)).toBe('token_refused unknown')
})

test('it ends when its time is over', async () => {
  const { made } = await kimWithToken()
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(made.createdAt + 30 * 86_400_000 - 1)
  expect(await refusal(made.token)).toBeNull()
  vi.setSystemTime(made.createdAt + 30 * 86_400_000)
  expect(await refusal(made.token)).toBe('token_refused expired')
})

test('it has the role that its owner has now', async () => {
  const { admin, kim, made } = await kimWithToken('admin')
  await changeUser(admin, kim.id, { role: 'viewer' })
  expect((await requireTokenUser(made.token)).user.role).toBe('viewer')
})

test('it ends with its owner, and rests while he is disabled', async () => {
  const { admin, kim, made } = await kimWithToken()
  await changeUser(admin, kim.id, { isDisabled: true })
  expect(await refusal(made.token)).toBe('token_refused owner_disabled')
  await changeUser(admin, kim.id, { isDisabled: false })
  expect(await refusal(made.token)).toBeNull()
  await deleteUser(admin, kim.id)
  expect(await refusal(made.token)).toBe('token_refused unknown')
})

test('a revoked token is refused at once, and only its owner can revoke it', async () => {
  const { admin, kim, made } = await kimWithToken()
  await expect(revokeToken(admin, made.id)).rejects.toMatchObject({ code: 'not_found' })
  expect(await tokenRows(admin.id)).toEqual([])
  await revokeToken(kim, made.id)
  expect(await refusal(made.token)).toBe('token_refused unknown')
  expect(await tokenRows(kim.id)).toEqual([])
})

test('its name is taken once for each user', async () => {
  const { admin, kim } = await kimWithToken()
  await expect(createToken(kim, wish)).rejects.toMatchObject({ code: 'name_taken' })
  expect((await createToken(admin, wish)).name).toBe('pipeline')
})

test('making and revoking one is in the audit log', async () => {
  const { kim, made } = await kimWithToken()
  await revokeToken(kim, made.id)
  const rows = await listAudit({ limit: 2 })
  const detail = { prefix: made.prefix, expiresAt: made.expiresAt }
  expect(rows).toMatchObject([
    { actorName: 'kim', action: 'token.revoke', object: 'token pipeline', result: 'done', detail },
    { actorName: 'kim', action: 'token.create', object: 'token pipeline', result: 'done', detail },
  ])
})

test('its last use is written at most once a minute, and shown', async () => {
  const { kim, made } = await kimWithToken()
  const written = vi.spyOn(tokensTable, 'touchToken')
  expect((await tokenRows(kim.id))[0]?.lastUsedAt).toBeNull()
  vi.useFakeTimers({ toFake: ['Date'] })
  const start = made.createdAt + 1000
  for (const afterMs of [0, 30_000, 59_999]) {
    vi.setSystemTime(start + afterMs)
    await requireTokenUser(made.token)
  }
  expect(written.mock.calls).toEqual([[made.id, start]])
  expect((await tokenRows(kim.id))[0]?.lastUsedAt).toBe(start)
  vi.setSystemTime(start + 60_000)
  await requireTokenUser(made.token)
  expect(written).toHaveBeenCalledTimes(2)
})

test('a disk that is full keeps nobody with a token out', async () => {
  const { made } = await kimWithToken()
  vi.spyOn(tokensTable, 'touchToken').mockRejectedValue(new Error('SQLITE_FULL'))
  expect(await refusal(made.token)).toBeNull()
})

test.each([
  ['Bearer skp_abc', 'skp_abc'],
  ['bearer  skp_abc', 'skp_abc'],
  ['Bearer eyJhbGciOi', null],
  ['Basic skp_abc', null],
  ['skp_abc', null],
  ['Bearer skp_abc more', null],
])('the header Authorization: %s carries the token %o', (authorization, token) => {
  expect(apiTokenOf({ headers: new Headers({ authorization }) })).toBe(token)
})
