'use client'

import { type ReactNode, useDeferredValue, useMemo, useRef } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { useSearchParam } from '@/lib/browser/use-search-param'
import { filterRows, sortRows } from './arrange'
import { type Column, parseSort, sortToText } from './column'
import { FilterField } from './filter-field'
import { SortSelect } from './sort-select'
import { TableHead } from './table-head'
import { tableRoles } from './table-roles'
import { TableRow } from './table-row'
import { useFilterText } from './use-filter-text'
import { useHeldRows } from './use-held-rows'
import { useRowKeys } from './use-row-keys'
import { useVisibleRows } from './use-visible-rows'

export type TableProps<Row> = {
  /** What the rows are: "Services". */
  label: string
  rows: readonly Row[]
  /** Keep these functions and the columns stable (module scope or useMemo/useCallback) when there are many rows. */
  rowId: (row: Row) => string
  columns: readonly Column<Row>[]
  /** The text that typing filters by. Without it there is no filter. */
  filterText?: (row: Row) => string
  /** Where a click or Enter on a row leads. The name in it is still a link of its own. */
  href?: (row: Row) => string
  /** The count in words: "3 of 12 services". */
  count?: (count: { shown: number; total: number; isFiltered: boolean }) => string
  /** Shown instead when there are no rows at all. */
  empty?: ReactNode
  /** `name` or `-name` (descending). */
  defaultSort?: string
  /** More controls beside the filter. */
  toolbar?: ReactNode
  /** Needed by the second table of a page: keeps its sort and filter apart in the URL. */
  param?: string
}

/**
 * A table for lists of any length: sorted by its headers and filtered by typing, both held in the URL; rows by j, k and
 * Enter; beyond a hundred rows only those in sight are drawn; two lines per row at phone width.
 */
export function Table<Row>(props: TableProps<Row>) {
  if (props.rows.length === 0 && props.empty) return props.empty
  return <FilledTable {...props} />
}

function FilledTable<Row>({
  label,
  rows,
  rowId,
  columns,
  filterText,
  href,
  count,
  defaultSort = '',
  toolbar,
  param = '',
}: TableProps<Row>) {
  const t = useTranslations('ui.table')
  const locale = useLocale()
  const [typed, setTyped] = useFilterText(`${param}q`)
  const [sortText, setSortText] = useSearchParam(`${param}sort`, defaultSort)
  const filter = useDeferredValue(typed)
  const sort = parseSort(sortText)

  const arranged = useMemo(() => {
    const matching = filterText ? filterRows(rows, filter, filterText) : rows
    return sortRows(matching, columns, parseSort(sortText), locale)
  }, [rows, columns, filter, filterText, sortText, locale])

  const held = useHeldRows(arranged, `${sortText} ${filter}`, rowId)
  const body = useRef<HTMLTableSectionElement>(null)
  const visible = useVisibleRows(body, held.rows.length)
  useRowKeys(body, held.rows.length, visible.goTo)

  const counts = { shown: arranged.length, total: rows.length, isFiltered: filter.trim() !== '' }
  const { shown, total } = counts
  const words = count?.(counts) ?? t(counts.isFiltered ? 'countFiltered' : 'count', { shown, total })
  return (
    <div>
      <div className="mb-2.5 flex flex-wrap items-center gap-x-3 gap-y-2">
        {filterText && <FilterField label={`${t('filter')}: ${label}`} value={typed} onChange={setTyped} />}
        {toolbar}
        <SortSelect columns={columns} sort={sort} onSort={(next) => setSortText(sortToText(next))} />
        <output className="ml-auto text-muted text-sm tabular-nums">{words}</output>
      </div>
      <div className="relative overflow-clip rounded-lg border border-line bg-surface">
        {held.newcomers > 0 && (
          <output className="pointer-events-none absolute inset-x-0 top-11 z-20 flex justify-center">
            <Button size="sm" className="pointer-events-auto animate-drop shadow-overlay" onClick={held.catchUp}>
              {t('more', { count: held.newcomers })}
            </Button>
          </output>
        )}
        <table
          {...tableRoles.table}
          aria-label={label}
          aria-rowcount={held.rows.length + 1}
          className="w-full border-separate border-spacing-0 max-sm:block"
        >
          <TableHead columns={columns} sort={sort} onSort={(next) => setSortText(sortToText(next))} />
          <tbody ref={body} {...tableRoles.group} data-row-keys {...held.holding} className="max-sm:block">
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
                  isGone={held.gone.has(id)}
                  measure={visible.measure}
                />
              )
            })}
            <Room height={visible.after} />
          </tbody>
        </table>
        {arranged.length === 0 && <p className="px-4 py-6 text-muted">{t('noMatch', { filter })}</p>}
      </div>
    </div>
  )
}

/** Stands for rows that are not drawn. */
function Room({ height }: { height: number }) {
  return height > 0 && <tr aria-hidden style={{ height }} className="max-sm:block" />
}
