import 'server-only'
import { beforeTheFirst, hashOf } from './audit'
import { store } from './store'

const rowsAtATime = 1000

export type AuditVerdict = {
  rows: number
  /** The first row that is not as it was written, or that follows a missing one. Null when all is well. */
  brokenAt: number | null
}

/**
 * Walks the whole chain. It finds rows that were changed, added or taken from the middle; rows cut off at the end leave
 * no gap, so whoever keeps `rows` and the last hash elsewhere can tell that too.
 */
export async function verifyAudit(): Promise<AuditVerdict> {
  let previousHash = beforeTheFirst
  let count = 0
  for (;;) {
    const rows = await store()
      .selectFrom('audit')
      .selectAll()
      .where('sequence', '>', count)
      .orderBy('sequence')
      .limit(rowsAtATime)
      .execute()
    for (const { hash, ...row } of rows) {
      const isWhole = row.sequence === count + 1 && row.previousHash === previousHash && hashOf(row) === hash
      if (!isWhole) return { rows: count, brokenAt: row.sequence }
      previousHash = hash
      count++
    }
    if (rows.length < rowsAtATime) return { rows: count, brokenAt: null }
  }
}
