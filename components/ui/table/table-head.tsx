'use client'

import { clsx } from 'clsx'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { Column, Sort } from './column'
import { fromStyle } from './from-style'
import { tableRoles } from './table-roles'

type Props<Row> = { columns: readonly Column<Row>[]; sort: Sort; onSort: (sort: Sort) => void }

/** The headers, which stay in sight while the rows go by. */
export function TableHead<Row>({ columns, sort, onSort }: Props<Row>) {
  return (
    <thead {...tableRoles.group} className="max-md:sr-only">
      <tr {...tableRoles.row}>
        {columns.map((column) => (
          <th
            key={column.id}
            {...tableRoles.header}
            scope="col"
            aria-sort={column.sortBy ? ariaSort(column, sort) : undefined}
            className={clsx(
              'sticky top-top-bar z-10 h-9 whitespace-nowrap border-line border-b bg-surface px-4 font-medium text-muted text-xs',
              column.align === 'right' ? 'text-right' : 'text-left',
              column.width === 'fit' && 'w-px',
              column.width === 'grow' && 'w-full',
              fromStyle(column),
            )}
          >
            {column.sortBy ? <SortButton column={column} sort={sort} onSort={onSort} /> : <Title column={column} />}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** A column of buttons needs no title to be seen, but one to be heard. */
function Title<Row>({ column }: { column: Column<Row> }) {
  const t = useTranslations('ui.table')
  return column.header || <span className="sr-only">{t('actions')}</span>
}

function ariaSort<Row>(column: Column<Row>, sort: Sort) {
  if (column.id !== sort.id) return 'none'
  return sort.isDescending ? 'descending' : 'ascending'
}

function SortButton<Row>({ column, sort, onSort }: { column: Column<Row>; sort: Sort; onSort: (sort: Sort) => void }) {
  const t = useTranslations('ui.table')
  const isSorted = column.id === sort.id
  const Arrow = isSorted && sort.isDescending ? ArrowDown : ArrowUp
  return (
    <button
      type="button"
      title={t('sortBy', { column: column.header })}
      onClick={() => onSort({ id: column.id, isDescending: isSorted && !sort.isDescending })}
      className={clsx(
        'group -mx-1 inline-flex items-center gap-1 rounded-sm px-1 align-middle hover:text-ink',
        column.align === 'right' && 'flex-row-reverse',
        isSorted && 'text-ink',
      )}
    >
      {column.header}
      <Arrow
        aria-hidden
        className={clsx('size-3', !isSorted && 'opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60')}
      />
    </button>
  )
}
