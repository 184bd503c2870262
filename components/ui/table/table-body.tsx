'use client'

import { useRef } from 'react'
import type { Column } from './column'
import { tableRoles } from './table-roles'
import { TableRow } from './table-row'
import type { useHeldRows } from './use-held-rows'
import { useRowKeys } from './use-row-keys'
import { useVisibleRows } from './use-visible-rows'

type Props<Row> = {
  held: ReturnType<typeof useHeldRows<Row>>
  columns: readonly Column<Row>[]
  rowId: (row: Row) => string
  href?: (row: Row) => string
  onRowKey?: (row: Row, key: string) => void
}

/** The rows that are in sight, with room for those that are not. */
export function TableBody<Row>({ held, columns, rowId, href, onRowKey }: Props<Row>) {
  const body = useRef<HTMLTableSectionElement>(null)
  const visible = useVisibleRows(body, held.rows.length)
  useRowKeys(body, held.rows.length, visible.goTo)
  return (
    <tbody ref={body} {...tableRoles.group} data-row-keys {...held.holding} className="max-md:block">
      <Room height={visible.before} />
      {visible.indexes.map((index) => {
        const row = held.rows[index]
        if (row === undefined) return null
        const id = rowId(row)
        return (
          <TableRow
            key={id}
            row={row}
            index={index}
            columns={columns}
            href={href?.(row)}
            onRowKey={onRowKey}
            isGone={held.gone.has(id)}
            measure={visible.measure}
          />
        )
      })}
      <Room height={visible.after} />
    </tbody>
  )
}

/** Stands for rows that are not drawn. */
function Room({ height }: { height: number }) {
  return height > 0 && <tr aria-hidden style={{ height }} className="max-md:block" />
}
