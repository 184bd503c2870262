import type { Migration } from 'kysely'
import { start } from './0001-start'

/** In order of their names. */
export const migrations: Record<string, Migration> = { '0001-start': start }
