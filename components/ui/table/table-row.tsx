'use client'

import { clsx } from 'clsx'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, type MouseEvent, memo, type Ref } from 'react'
import type { Column } from './column'
import { fromStyle } from './from-style'
import { tableRoles } from './table-roles'

type Props<Row> = {
  row: Row
  index: number
  columns: readonly Column<Row>[]
  href?: string
  onRowKey?: (row: Row, key: string) => void
  isGone: boolean
  measure: Ref<HTMLTableRowElement>
}

/** Where it is narrow it is two lines: a flex box whose invisible full-width item makes the break. */
function PlainRow<Row>({ row, index, columns, href, onRowKey, isGone, measure }: Props<Row>) {
  const router = useRouter()
  const open = () => {
    if (href) router.push(href)
  }
  return (
    <tr
      ref={measure}
      {...tableRoles.row}
      data-index={index}
      aria-rowindex={index + 2}
      // Reached by j and k, not by Tab: the name inside is the link.
      tabIndex={-1}
      onClick={(event) => {
        if (isOnRowItself(event)) open()
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey || event.altKey) return
        if (event.key === 'Enter') open()
        else onRowKey?.(row, event.key)
      }}
      className={clsx(
        'group/row scroll-mt-24 scroll-mb-4 border-line transition-colors hover:bg-hover focus-visible:-outline-offset-2',
        'max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-4 max-md:gap-y-0.5 max-md:border-b max-md:px-4 max-md:py-2.5 max-md:last:border-b-0',
        "max-md:before:order-3 max-md:before:basis-full max-md:before:content-['']",
        isGone && 'opacity-50',
      )}
    >
      {columns.map((column) => (
        <td
          key={column.id}
          {...tableRoles.cell}
          className={clsx(
            'md:border-line md:border-b md:px-4 md:py-2 md:group-last/row:border-b-0',
            wideStyle(column),
            narrowStyle(column),
            fromStyle(column),
          )}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}

/** One row, drawn again only when it has changed itself: not while others come, go and scroll by. */
// memo() loses the type parameter of what it wraps, and nothing else.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const TableRow = memo(PlainRow) as typeof PlainRow

/** Where the column is when the row is two lines. Long details get a line of their own, below the short ones. */
function narrowStyle({ narrow, width }: Pick<Column<unknown>, 'narrow' | 'width'>): string {
  if (narrow === 'name') return 'max-md:order-1 max-md:min-w-0 max-md:flex-1'
  if (narrow === 'aside') return 'max-md:order-2'
  if (narrow !== 'detail') return 'max-md:hidden'
  const detail = 'max-md:min-w-0 max-md:text-muted max-md:empty:hidden max-md:has-[>:empty:only-child]:hidden'
  return clsx(detail, width === 'grow' ? 'max-md:order-5 max-md:basis-full' : 'max-md:order-4')
}

/** How its text behaves where the row is one line. Names are never cut off, since they are what one came for. */
function wideStyle({ narrow, width, align }: Pick<Column<unknown>, 'narrow' | 'width' | 'align'>): string {
  return clsx(
    align === 'right' && 'tabular-nums md:text-right',
    width === 'grow' && 'md:min-w-48',
    width !== 'grow' && narrow !== 'name' && 'lg:max-w-88 lg:truncate',
  )
}

/** Not on a link or button in it, and not at the end of a selection of its text. */
function isOnRowItself(event: MouseEvent): boolean {
  const { target } = event
  if (event.defaultPrevented || !(target instanceof Element)) return false
  if (target.closest('a, button, input, select, label, [role="menuitem"]')) return false
  return window.getSelection()?.isCollapsed ?? true
}
