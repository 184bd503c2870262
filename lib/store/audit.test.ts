import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { appendAudit, listAudit } from './audit'
import { transact } from './store'
import { temporaryStore } from './testing/temporary-store'
import { verifyAudit } from './verify-audit'

let database: Awaited<ReturnType<typeof temporaryStore>>
beforeEach(async () => {
  database = await temporaryStore()
})
afterEach(() => database.remove())

const entry = { actor: { id: 'u1', name: 'kim' }, action: 'service.scale', object: 'service shop_api' } as const

async function append(count: number) {
  for (let n = 1; n <= count; n++) {
    await transact((trx) => appendAudit(trx, { ...entry, result: 'done', detail: { from: n, to: n + 1 } }))
  }
}

/** What somebody with the file in hand would do. */
const tamper = (statement: string) => sql.raw(statement).execute(database.store)

test('rows of the audit log can be neither changed nor removed', async () => {
  await append(1)
  await expect(tamper(`update audit set actor_name = 'lee'`)).rejects.toThrow('append-only')
  await expect(tamper('delete from audit')).rejects.toThrow('append-only')
})

test('an untouched log verifies', async () => {
  await append(3)
  expect(await verifyAudit()).toEqual({ rows: 3, brokenAt: null })
})

test.each([
  ['a changed row', `update audit set actor_name = 'lee' where sequence = 2`, 2],
  ['a changed detail', `update audit set detail = '{"from":2,"to":9}' where sequence = 2`, 2],
  ['a missing row', 'delete from audit where sequence = 2', 3],
  ['a missing first row', 'delete from audit where sequence = 1', 2],
  ['rows that changed places', 'update audit set sequence = 9 where sequence = 1', 2],
])('the verifier finds %s', async (_, statement, brokenAt) => {
  await append(3)
  await tamper('drop trigger audit_no_update')
  await tamper('drop trigger audit_no_delete')
  await tamper(statement)
  expect((await verifyAudit()).brokenAt).toBe(brokenAt)
})

test('a row is not kept when the change that it tells about is not', async () => {
  await expect(
    transact(async (trx) => {
      await appendAudit(trx, { ...entry, result: 'intent' })
      throw new Error('the change failed')
    }),
  ).rejects.toThrow('the change failed')
  expect(await listAudit({ limit: 10 })).toEqual([])
})

test('rows written at the same time form one chain', async () => {
  await Promise.all(Array.from({ length: 20 }, () => transact((trx) => appendAudit(trx, { ...entry, result: 'done' }))))
  expect(await verifyAudit()).toEqual({ rows: 20, brokenAt: null })
})

test('the list is newest first, in pages, and searched as plain text', async () => {
  await append(3)
  await transact((trx) => appendAudit(trx, { ...entry, actor: { id: null, name: '100%_sure' }, result: 'refused' }))
  expect((await listAudit({ limit: 2 })).map((row) => row.sequence)).toEqual([4, 3])
  expect((await listAudit({ limit: 2, before: 3 })).map((row) => row.sequence)).toEqual([2, 1])
  expect((await listAudit({ limit: 9, text: '%_SURE' })).map((row) => row.sequence)).toEqual([4])
  expect((await listAudit({ limit: 9, text: '%i%' })).map((row) => row.sequence)).toEqual([])
  expect((await listAudit({ limit: 9, text: 'shop_api', result: 'refused' })).map((row) => row.sequence)).toEqual([4])
  expect((await listAudit({ limit: 9, before: 2 }))[0]?.detail).toEqual({ from: 1, to: 2 })
})
