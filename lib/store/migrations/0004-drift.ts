import type { Migration } from 'kysely'
import { bytesColumn } from '@/lib/store/sqlite'

/** Differences from the file that are let be, and the way back from putting single fields back. */
export const drift: Migration = {
  async up(db) {
    await db.schema
      .createTable('left_be')
      .addColumn('swarm_id', 'text', (column) => column.notNull())
      .addColumn('stack', 'text', (column) => column.notNull())
      .addColumn('service', 'text', (column) => column.notNull())
      .addColumn('field', 'text', (column) => column.notNull())
      .addColumn('value', 'text')
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('by_id', 'text', (column) => column.notNull())
      .addColumn('by_name', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('left_be_key', ['swarm_id', 'stack', 'service', 'field'])
      .execute()
    await db.schema
      .createTable('operation_specs')
      .addColumn('operation_id', 'text', (column) =>
        column.primaryKey().references('operations.id').onDelete('cascade'),
      )
      .addColumn('specs', bytesColumn, (column) => column.notNull())
      .execute()
  },
}
