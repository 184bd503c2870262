import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isAppError } from '@/lib/errors/app-error'
import { readValue, writeValue } from './key-values'
import { migrate } from './migrate'
import { migrations } from './migrations/all'
import { openSqlite } from './sqlite'
import { closeStore, openStore, store, transact } from './store'
import { temporaryStore } from './testing/temporary-store'

let database: Awaited<ReturnType<typeof temporaryStore>>
beforeEach(async () => {
  database = await temporaryStore()
})
afterEach(() => database.remove())

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

test('the folder and the files in it are readable by their owner alone', async () => {
  await writeValue('key', 'value')
  expect(modeOf(database.folder)).toBe('700')
  for (const file of readdirSync(database.folder))
    expect([file, modeOf(join(database.folder, file))]).toEqual([file, '600'])
})

test('what was written is there after a restart, and the second migration run does nothing', async () => {
  await writeValue('key', 'value')
  await closeStore()
  await openStore(database.folder)
  expect(await readValue('key')).toBe('value')
  expect(readdirSync(database.folder)).not.toContain('backups')
})

test('a database with newer migrations is refused', async () => {
  await sql`insert into kysely_migration (name, timestamp) values ('9999-future', '')`.execute(store())
  await closeStore()
  await expect(openStore(database.folder)).rejects.toThrow('newer Skep (it knows 9999-future)')
})

test('a copy of the database is kept before a migration changes it', async () => {
  await writeValue('key', 'old')
  await closeStore()
  const { file } = openSqlite(database.folder)
  const db = await openStore(database.folder)
  await migrate(db, file, {
    ...migrations,
    '9000-next': { up: async (it) => void (await sql`delete from key_values`.execute(it)) },
  })
  expect(await readValue('key')).toBeNull()
  const [copy = ''] = readdirSync(join(database.folder, 'backups'))
  expect(modeOf(join(database.folder, 'backups', copy))).toBe('600')
  file.close()
})

test('a damaged file ends the start', async () => {
  for (let n = 0; n < 200; n++) await writeValue(`key ${n}`, 'x'.repeat(500))
  await closeStore()
  const path = join(database.folder, 'skep.db')
  const { size } = statSync(path)
  writeFileSync(path, Buffer.alloc(20_000, 7), { flag: 'r+' })
  expect(statSync(path).size).toBe(size)
  await expect(openStore(database.folder)).rejects.toThrow('put a backup in its place')
})

test('a full disk is the error that says that nothing can be recorded', async () => {
  const pages = await sql<{ pageCount: number }>`pragma page_count`.execute(store())
  await sql.raw(`pragma max_page_count = ${pages.rows[0]?.pageCount}`).execute(store())
  const error = await writeValue('large', 'x'.repeat(100_000)).catch((caught) => caught)
  expect(isAppError(error) && [error.code, error.params]).toEqual(['cannot_record', { reason: 'SQLITE_FULL' }])
  expect(await readValue('large')).toBeNull()
})

test('a transaction takes the write lock before it reads', async () => {
  const other = openSqlite(database.folder).file
  other.pragma('busy_timeout = 0')
  await transact(async (trx) => {
    await trx.selectFrom('users').selectAll().execute()
    expect(() => other.exec('begin immediate')).toThrow('locked')
  })
  other.close()
})
