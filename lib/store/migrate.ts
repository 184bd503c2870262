import 'server-only'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import { copyTo, type SqliteStore } from './sqlite'

const keptBackups = 5

/**
 * Brings the database up to this version of Skep, after a copy of it was put beside it. A database of a newer Skep is
 * refused: an older one does not know what it must not touch there.
 */
export async function migrate<D>(
  db: Kysely<D>,
  file: SqliteStore['file'],
  migrations: Record<string, Migration>,
): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const applied = await appliedMigrations(db)
  const unknown = applied.find((name) => !(name in migrations))
  if (unknown) throw new Error(`the database was written by a newer Skep (it knows ${unknown}): start that one`)
  if (applied.length === Object.keys(migrations).length) return
  if (applied.length > 0) backUp(file)
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

/** Asked of the table itself: the migrator's own list leaves out what it does not know. */
async function appliedMigrations<D>(db: Kysely<D>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  return rows.map((row) => row.name)
}

function backUp(file: SqliteStore['file']): void {
  const folder = join(dirname(file.name), 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  copyTo(file, join(folder, `before-migration-${new Date().toISOString().replaceAll(':', '-')}.db`))
  for (const old of readdirSync(folder).sort().slice(0, -keptBackups)) rmSync(join(folder, old))
}
