import type { Kysely, Migration } from 'kysely'
import { bytesColumn } from '@/lib/store/sqlite'

/** Revisions of stack files, credentials for registries, and tokens for machines. */
export const stacks: Migration = {
  async up(db) {
    await createRevisions(db)
    await createRegistries(db)
    await createTokens(db)
  },
}

async function createRevisions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('revisions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('swarm_id', 'text', (column) => column.notNull())
    .addColumn('stack', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('actor_id', 'text', (column) => column.notNull())
    .addColumn('actor_name', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('result', 'text', (column) => column.notNull())
    .addColumn('operation_id', 'text', (column) => column.references('operations.id'))
    .addColumn('restores', 'integer')
    .addColumn('summary', 'text', (column) => column.notNull())
    .addColumn('content', bytesColumn, (column) => column.notNull())
    .addColumn('specs_before', bytesColumn)
    .addUniqueConstraint('revisions_number', ['swarm_id', 'stack', 'number'])
    .execute()
  await db.schema.createIndex('revisions_by_operation').on('revisions').column('operation_id').execute()
}

async function createRegistries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('registries')
    .addColumn('host', 'text', (column) => column.primaryKey())
    .addColumn('username', 'text', (column) => column.notNull())
    .addColumn('password', bytesColumn, (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_by', 'text', (column) => column.notNull())
    .execute()
}

async function createTokens(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('api_tokens')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('prefix', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint')
    .addColumn('last_used_at', 'bigint')
    .execute()
  await db.schema.createIndex('api_tokens_by_user').on('api_tokens').column('user_id').execute()
}
