import type { Migration } from 'kysely'

/** How families of configs and secrets are rotated. */
export const policies: Migration = {
  async up(db) {
    await db.schema
      .createTable('policies')
      .addColumn('swarm_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('family', 'text', (column) => column.notNull())
      .addColumn('policy', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_by', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('policies_key', ['swarm_id', 'kind', 'family'])
      .execute()
  },
}
