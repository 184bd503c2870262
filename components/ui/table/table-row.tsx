'use client'

import { clsx } from 'clsx'
import { useRouter } from 'next/navigation'
import type { KeyboardEvent, MouseEvent, Ref } from 'react'
import type { Column } from './column'
import { tableRoles } from './table-roles'

type Props<Row> = {
  row: Row
  index: number
  columns: readonly Column<Row>[]
  href?: string
  isGone: boolean
  measure: Ref<HTMLTableRowElement>
}

/** One row. At phone width it is two lines: a flex box whose invisible full-width item makes the break. */
export function TableRow<Row>({ row, index, columns, href, isGone, measure }: Props<Row>) {
  const router = useRouter()
  const firstDetail = columns.find((column) => column.narrow === 'detail')
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
        if (event.key === 'Enter' && event.target === event.currentTarget) open()
      }}
      className={clsx(
        'group/row scroll-mt-24 scroll-mb-4 border-line transition-colors hover:bg-hover focus-visible:-outline-offset-2',
        'max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-3 max-sm:gap-y-0.5 max-sm:border-b max-sm:px-4 max-sm:py-2.5 max-sm:last:border-b-0',
        "max-sm:before:order-3 max-sm:before:basis-full max-sm:before:content-['']",
        isGone && 'opacity-50',
      )}
    >
      {columns.map((column) => (
        <td
          key={column.id}
          {...tableRoles.cell}
          className={clsx(
            'sm:border-line sm:border-b sm:px-4 sm:py-2 sm:group-last/row:border-b-0',
            column.align === 'right' && 'sm:text-right',
            column.width !== 'grow' && 'lg:max-w-88 lg:truncate',
            narrowStyle(column.narrow, column === firstDetail),
          )}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}

function narrowStyle(place: Column<unknown>['narrow'], isFirstDetail: boolean): string {
  if (place === 'name') return 'max-sm:order-1 max-sm:min-w-0 max-sm:flex-1'
  if (place === 'aside') return 'max-sm:order-2'
  if (place !== 'detail') return 'max-sm:hidden'
  const dot = isFirstDetail ? '' : "max-sm:before:mr-3 max-sm:before:text-faint max-sm:before:content-['·']"
  return `max-sm:order-4 max-sm:min-w-0 max-sm:text-muted max-sm:empty:hidden max-sm:has-[>:empty:only-child]:hidden ${dot}`
}

/** Not on a link or button in it, and not at the end of a selection of its text. */
function isOnRowItself(event: MouseEvent): boolean {
  const { target } = event
  if (event.defaultPrevented || !(target instanceof Element)) return false
  if (target.closest('a, button, input, select, label, [role="menuitem"]')) return false
  return window.getSelection()?.isCollapsed ?? true
}
