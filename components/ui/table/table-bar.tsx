'use client'

import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { Column, Sort } from './column'
import { FilterField } from './filter-field'
import { SortSelect } from './sort-select'

type Props<Row> = {
  label: string
  columns: readonly Column<Row>[]
  sort: Sort
  onSort: (sort: Sort) => void
  filter: { text: string; onChange: (text: string) => void } | null
  toolbar: ReactNode
  count: string
}

/** The line above a table: its filter, its own controls, its count in words. */
export function TableBar<Row>({ label, columns, sort, onSort, filter, toolbar, count }: Props<Row>) {
  const t = useTranslations('ui.table')
  // Then there is only the choice of the order, which the headers offer as long as there are any.
  const isBare = !filter && !toolbar && count === ''
  return (
    <div className={clsx('mb-2.5 flex flex-wrap items-center gap-x-3 gap-y-2', isBare && 'md:hidden')}>
      {filter && <FilterField label={`${t('filter')}: ${label}`} value={filter.text} onChange={filter.onChange} />}
      {toolbar}
      <SortSelect columns={columns} sort={sort} onSort={onSort} />
      <output className="ml-auto text-muted text-sm tabular-nums">{count}</output>
    </div>
  )
}
