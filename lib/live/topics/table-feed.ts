import { isSameJson } from '@/lib/swarm/same-json'

type Row = { id: string; health?: string }

export type RowChanges = { upserted: Row[]; removed: string[] }

/** What one table is made of at this moment; null while nothing is known. */
export type RowSource = { rows: () => Row[]; row: (id: string) => Row | null }

/** Rows that say one of these say it for a while only: a start takes too long, a crash is forgotten. */
const settled = new Set(['running', 'stopped'])

/**
 * One table as it was last sent. Only rows that were touched are made again, and of those only the ones that came out
 * different are news. While nobody looks nothing is made; what was touched adds up.
 */
export class TableFeed {
  private rows = new Map<string, Row>()
  private touched = new Set<string>()
  private isStale = true

  touch(ids: Iterable<string>): void {
    for (const id of ids) this.touched.add(id)
  }

  /** Time alone may have changed these. */
  touchUnsettled(): void {
    for (const [id, { health }] of this.rows) if (health !== undefined && !settled.has(health)) this.touched.add(id)
  }

  /** Nothing of before counts any more. */
  reset(): void {
    this.rows = new Map()
    this.touched = new Set()
    this.isStale = true
  }

  get hasNews(): boolean {
    return this.isStale || this.touched.size > 0
  }

  /** All rows as last brought up to date. */
  current(): Row[] {
    return [...this.rows.values()]
  }

  /** Brings the rows up to date and tells which have changed. */
  update(source: RowSource): RowChanges {
    if (this.isStale) return this.replaceAll(source.rows())
    const changes: RowChanges = { upserted: [], removed: [] }
    for (const id of this.touched) {
      const row = source.row(id)
      if (row && !isSameJson(this.rows.get(id), row)) changes.upserted.push(row)
      if (!row && this.rows.has(id)) changes.removed.push(id)
    }
    for (const row of changes.upserted) this.rows.set(row.id, row)
    for (const id of changes.removed) this.rows.delete(id)
    this.touched.clear()
    return changes
  }

  private replaceAll(rows: Row[]): RowChanges {
    const before = this.rows
    this.rows = new Map(rows.map((row) => [row.id, row]))
    this.touched.clear()
    this.isStale = false
    return {
      upserted: rows.filter((row) => !isSameJson(before.get(row.id), row)),
      removed: [...before.keys()].filter((id) => !this.rows.has(id)),
    }
  }
}
