/**
 * Spelled out, because a row that is laid out as a flex box at phone width is no row any more to some browsers. Spread
 * into the elements, which have these roles by themselves otherwise.
 */
export const tableRoles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  header: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const
