import type { Column, Sort } from './column'

/** Rows that contain every word of the filter, in any case and any order. */
export function filterRows<Row>(rows: readonly Row[], filter: string, textOf: (row: Row) => string): readonly Row[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter((row) => {
    const text = textOf(row).toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/**
 * Sorted by a column; equal rows keep the order they came in. Texts compare as people read them (node2 before node10).
 * An unknown column changes nothing, since the URL may hold anything.
 */
export function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort, locale: string) {
  const sortBy = columns.find((column) => column.id === sort.id)?.sortBy
  if (!sortBy) return rows
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  const direction = sort.isDescending ? -1 : 1
  // Keys are taken once per row: the comparison runs n log n times.
  return rows
    .map((row) => ({ row, key: sortBy(row) }))
    .toSorted((a, b) => compareKeys(a.key, b.key, collator, direction))
    .map(({ row }) => row)
}

/** Rows that stand under another row while that one is open. */
export type Tree<Row> = {
  openIds: ReadonlySet<string>
  childrenOf: (row: Row) => readonly Row[]
}

/** The rows in their order, each that is open followed by those under it. */
export function withChildren<Row>(rows: readonly Row[], tree: Tree<Row>, idOf: (row: Row) => string): readonly Row[] {
  if (tree.openIds.size === 0) return rows
  return rows.flatMap((row) => (tree.openIds.has(idOf(row)) ? [row, ...tree.childrenOf(row)] : [row]))
}

type Key = string | number | null

function compareKeys(a: Key, b: Key, collator: Intl.Collator, direction: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  if (typeof a === 'number' && typeof b === 'number') return (a - b) * direction
  return collator.compare(String(a), String(b)) * direction
}
