export type HeldRows<Row> = { rows: readonly Row[]; gone: ReadonlySet<string>; newcomers: number }

/**
 * Keeps rows where they are while they are being read or pointed at: each row shows its newest values in its old place,
 * removed ones stay and are marked, and new ones are only counted.
 */
export function holdRows<Row>(
  held: readonly Row[],
  current: readonly Row[],
  idOf: (row: Row) => string,
): HeldRows<Row> {
  const currentById = new Map(current.map((row) => [idOf(row), row]))
  const heldIds = new Set(held.map(idOf))
  return {
    rows: held.map((row) => currentById.get(idOf(row)) ?? row),
    gone: new Set([...heldIds].filter((id) => !currentById.has(id))),
    newcomers: current.filter((row) => !heldIds.has(idOf(row))).length,
  }
}
