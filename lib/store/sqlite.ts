import 'server-only'
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type RawBuilder,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  sql,
} from 'kysely'
import { AppError } from '@/lib/errors/app-error'

/*
 * Everything that only SQLite understands is in this file. Another database joins by a file with the same exports.
 */

/** The type of a column that holds bytes. */
export const bytesColumn = 'blob'

/** Kysely opens transactions with `begin`, which takes the write lock at the first write: too late after a read. */
class ImmediateDriver extends SqliteDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    return explained(await super.acquireConnection())
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

/** Few of them come again and again, and preparing one takes longer than running it. */
const mostStatements = 200

/** The database as Kysely needs it, with each statement prepared once. Nothing here reads rows one by one, so none is busy. */
function preparedOnce(file: SqliteFile.Database): SqliteDatabase {
  const known = new Map<string, SqliteFile.Statement>()
  return {
    close: () => file.close(),
    prepare: (text) => {
      const statement = known.get(text) ?? file.prepare(text)
      known.delete(text)
      known.set(text, statement)
      const [oldest] = known.keys()
      if (oldest !== undefined && known.size > mostStatements) known.delete(oldest)
      return statement
    },
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #database: SqliteDatabase

  constructor(file: SqliteFile.Database) {
    const database = preparedOnce(file)
    super({ database })
    this.#database = database
  }

  override createDriver(): Driver {
    return new ImmediateDriver({ database: this.#database })
  }
}

/** The disk is full, is mounted read-only, is broken, or another process holds the lock for longer than we wait. */
const cannotWrite = /^SQLITE_(FULL|READONLY|IOERR|CANTOPEN|BUSY|LOCKED|CORRUPT|NOTADB)/

/** Tells every caller in the same way that nothing can be recorded, and so nothing may be changed. */
function explained(connection: DatabaseConnection): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      try {
        return await connection.executeQuery<R>(query)
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : ''
        throw cannotWrite.test(code) ? new AppError('cannot_record', { reason: code }, error) : error
      }
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  }
}

export type SqliteStore = {
  dialect: SqliteDialect
  /** The file itself, for what Kysely has no words for. */
  file: SqliteFile.Database
}

/** The folder is ours alone and so is the file: it holds password hashes, and the audit log. */
export function openSqlite(folder: string): SqliteStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const path = join(folder, 'skep.db')
  const file = new SqliteFile(path)
  chmodSync(path, 0o600)
  try {
    prepare(file)
  } catch (error) {
    file.close()
    throw new Error(`the database ${path} cannot be used (${String(error)}); put a backup in its place`, {
      cause: error,
    })
  }
  return { dialect: new ImmediateDialect(file), file }
}

function prepare(file: SqliteFile.Database): void {
  // Waits for another process (a backup) instead of failing at once.
  file.pragma('busy_timeout = 5000')
  file.pragma('journal_mode = WAL')
  // With NORMAL, a power cut can take back the last transactions of a WAL, and the audit log must not lose any.
  file.pragma('synchronous = FULL')
  file.pragma('foreign_keys = ON')
  const found = file.pragma('integrity_check(1)', { simple: true })
  if (found !== 'ok') throw new Error(String(found))
}

/** A whole, consistent copy, made while others may be reading. */
export function copyTo(file: SqliteFile.Database, path: string): void {
  file.prepare('vacuum into ?').run(path)
  chmodSync(path, 0o600)
}

/** Statements after which rows of a table can be added, and neither changed nor removed. */
export function appendOnly(table: string): RawBuilder<unknown>[] {
  return ['update', 'delete'].map((verb) =>
    sql.raw(
      `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, '${table} is append-only'); end`,
    ),
  )
}
