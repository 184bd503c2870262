import 'server-only'
import { CamelCasePlugin, Kysely, type Transaction } from 'kysely'
import { migrate } from './migrate'
import { migrations } from './migrations/all'
import type { Database } from './schema'
import { setSealingKey } from './sealed'
import { openSealingKey } from './sealing-key'
import { openSqlite } from './sqlite'

export type Store = Kysely<Database>

/**
 * An open transaction. There is one connection: inside a transaction everything goes through it, and a `store()` there
 * would wait for ever.
 */
export type Trx = Transaction<Database>

const g = globalThis as typeof globalThis & { skepStore?: Store }

/**
 * Opens, checks and migrates the database of a data folder, and reads the key of what is sealed in it. boot.ts does it
 * once; tests do it with folders of their own.
 */
export async function openStore(folder: string, keyFile: string | null = null): Promise<Store> {
  const { dialect, file } = openSqlite(folder)
  const db = new Kysely<Database>({ dialect, plugins: [new CamelCasePlugin()] })
  await migrate(db, file, migrations)
  await openSealingKey(db, folder, keyFile)
  g.skepStore = db
  return db
}

export function store(): Store {
  if (!g.skepStore) throw new Error('the store is not open: boot.ts opens it')
  return g.skepStore
}

export async function closeStore(): Promise<void> {
  await g.skepStore?.destroy()
  g.skepStore = undefined
  setSealingKey(undefined)
}

/** Runs one transaction. It takes the write lock at once, so what it read is still true when it writes. */
export function transact<T>(work: (trx: Trx) => Promise<T>): Promise<T> {
  return store().transaction().execute(work)
}
