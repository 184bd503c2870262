'use client'

import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { useSearchParam } from '@/lib/browser/use-search-param'
import { filterRows, sortRows, type Tree, withChildren } from './arrange'
import { type Column, parseSort, type Sort, sortToText } from './column'
import { TableBar } from './table-bar'
import { TableBody } from './table-body'
import { TableHead } from './table-head'
import { tableRoles } from './table-roles'
import { useFilterText } from './use-filter-text'
import { useHeldRows } from './use-held-rows'

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
  /** Rows under rows. Neither the filter nor the order takes them from the row that they belong to. */
  tree?: Tree<Row>
  /** More keys than j, k and Enter, pressed on a row. Keep it stable. */
  onRowKey?: (row: Row, key: string) => void
  /** Shown instead when there are no rows at all. */
  empty?: ReactNode
  /** `name` or `-name` (descending). */
  defaultSort?: string
  /** More controls beside the filter. */
  toolbar?: ReactNode
  /** Without the line above it, where the page has one of its own. */
  hideBar?: boolean
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
  rows,
  rowId,
  columns,
  filterText,
  param = '',
  defaultSort = '',
  tree,
  ...props
}: TableProps<Row>) {
  const t = useTranslations('ui.table')
  const locale = useLocale()
  const [typed, setTyped] = useFilterText(`${param}q`)
  const [sortText, setSortText] = useSearchParam(`${param}sort`, defaultSort)
  const filter = useDeferredValue(typed)

  const arranged = useMemo(() => {
    const matching = filterText ? filterRows(rows, filter, filterText) : rows
    return sortRows(matching, columns, parseSort(sortText), locale)
  }, [rows, columns, filter, filterText, sortText, locale])
  const spread = useMemo(() => (tree ? withChildren(arranged, tree, rowId) : arranged), [arranged, tree, rowId])
  const held = useHeldRows(spread, `${sortText} ${filter} ${[...(tree?.openIds ?? [])].join()}`, rowId)

  const order = { sort: parseSort(sortText), onSort: (next: Sort) => setSortText(sortToText(next)) }
  const shown = arranged.length
  const total = rows.length
  const isFiltered = filter.trim() !== ''
  const words =
    props.count?.({ shown, total, isFiltered }) ?? t(isFiltered ? 'countFiltered' : 'count', { shown, total })
  return (
    <div>
      {!props.hideBar && (
        <TableBar
          label={props.label}
          columns={columns}
          {...order}
          filter={filterText ? { text: typed, onChange: setTyped } : null}
          toolbar={props.toolbar}
          count={words}
        />
      )}
      <div className="relative overflow-clip rounded-lg border border-line bg-surface">
        {held.newcomers > 0 && <Newcomers count={held.newcomers} onShow={held.catchUp} />}
        <table
          {...tableRoles.table}
          aria-label={props.label}
          aria-rowcount={held.rows.length + 1}
          className="w-full border-separate border-spacing-0 max-md:block"
        >
          <TableHead columns={columns} {...order} />
          <TableBody held={held} columns={columns} rowId={rowId} href={props.href} onRowKey={props.onRowKey} />
        </table>
        {shown === 0 && <p className="px-4 py-6 text-muted">{isFiltered ? t('noMatch', { filter }) : t('noneLeft')}</p>}
      </div>
    </div>
  )
}

/** Rows that would push away what is being read wait until they are asked for. */
function Newcomers({ count, onShow }: { count: number; onShow: () => void }) {
  const t = useTranslations('ui.table')
  return (
    <output className="pointer-events-none absolute inset-x-0 top-11 z-20 flex justify-center">
      <Button size="sm" className="pointer-events-auto animate-drop shadow-overlay" onClick={onShow}>
        {t('more', { count })}
      </Button>
    </output>
  )
}
