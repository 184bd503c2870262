'use client'

import { useTranslations } from 'use-intl'
import { Select } from '@/components/ui/form/select'
import { type Column, parseSort, type Sort, sortToText } from './column'

type Props<Row> = { columns: readonly Column<Row>[]; sort: Sort; onSort: (sort: Sort) => void }

/** Sorting at phone width, where the headers are not seen. */
export function SortSelect<Row>({ columns, sort, onSort }: Props<Row>) {
  const t = useTranslations('ui.table')
  const options = columns
    .filter((column) => column.sortBy)
    .flatMap(({ id, header }) => [
      { value: id, label: `${header} ↑` },
      { value: `-${id}`, label: `${header} ↓` },
    ])
  if (options.length === 0) return null
  return (
    <Select
      label={t('sort')}
      hideLabel
      className="md:hidden"
      options={options}
      value={sortToText(sort)}
      onChange={(value) => onSort(parseSort(value))}
    />
  )
}
