import type { Migration } from 'kysely'

/** When a family last had its turn by its policy's schedule, so that no process gives it another one soon. */
export const schedule: Migration = {
  async up(db) {
    await db.schema.alterTable('policies').addColumn('ran_at', 'bigint').execute()
  },
}
