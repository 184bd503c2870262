import 'server-only'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { Database } from './schema'
import { seal, setSealingKey, unseal } from './sealed'

const keyBytes = 32

/** Sealed at the first start, so that the right key is known from a wrong one before anything else is sealed. */
const proof = { key: 'sealing-proof', place: 'key-value sealing-proof', text: 'skep' }

/**
 * Reads the key that sealed columns are encrypted with, or makes one at the first start. It lies beside the database in a
 * file of its own, or wherever `keyFile` says, so that a copy of the database alone opens nothing. Throws when a database
 * that has sealed columns does not get its own key: everything in them would be lost without a word.
 */
export async function openSealingKey(db: Kysely<Database>, folder: string, keyFile: string | null): Promise<void> {
  const path = keyFile ?? join(/* turbopackIgnore: true */ folder, 'skep.key')
  const sealed = await readProof(db)
  // A file that somebody names is there already: else a slip of the pen would make a new key.
  if (!existsSync(/* turbopackIgnore: true */ path) && !keyFile && sealed === null) makeKey(path)
  setSealingKey(readKey(path))
  if (sealed === null) await writeProof(db)
  else requireOpened(path, Buffer.from(sealed, 'base64'))
}

async function readProof(db: Kysely<Database>): Promise<string | null> {
  const row = await db.selectFrom('keyValues').select('value').where('key', '=', proof.key).executeTakeFirst()
  return row?.value ?? null
}

async function writeProof(db: Kysely<Database>): Promise<void> {
  const value = seal(proof.text, proof.place).toString('base64')
  await db.insertInto('keyValues').values({ key: proof.key, value }).execute()
}

function makeKey(path: string): void {
  writeFileSync(path, `${randomBytes(keyBytes).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true })
}

function readKey(path: string): Buffer {
  if (!existsSync(/* turbopackIgnore: true */ path))
    throw new Error(`the key ${path} is missing: put it back from a backup`)
  const bytes = Buffer.from(readFileSync(/* turbopackIgnore: true */ path, 'utf8').trim(), 'base64')
  if (bytes.length !== keyBytes) throw new Error(`the key ${path} is not ${keyBytes} bytes in base64`)
  return bytes
}

function requireOpened(path: string, sealed: Buffer): void {
  try {
    unseal(sealed, proof.place)
  } catch (error) {
    throw new Error(`the key ${path} is not the one of this database: put the right one in its place`, { cause: error })
  }
}
