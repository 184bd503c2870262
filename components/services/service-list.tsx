'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { isKnown, NoRows } from '@/components/swarm/no-rows'
import { useHealthSentence } from '@/components/swarm/use-health-sentence'
import { serviceText, useServiceColumns } from '@/components/swarm/use-service-columns'
import { Select } from '@/components/ui/form/select'
import { PageHeader } from '@/components/ui/page/page-header'
import { Table } from '@/components/ui/table/table'
import { useLive } from '@/lib/browser/use-live'
import { useSearchParam } from '@/lib/browser/use-search-param'
import type { ServiceRow } from '@/lib/contract/services'
import type { ViewOf } from '@/lib/contract/topics'
import { page } from '@/lib/paths/page'

const idOf = (row: ServiceRow) => row.id
const hrefOf = (row: ServiceRow) => page.service(row.name)

/** In the URL, for services without a stack. A stack's name cannot begin with a dash. */
const noStack = '-'

/** All services of the swarm, those that need somebody first. */
export function ServiceList({ initial }: { initial: ViewOf<'services'> }) {
  const t = useTranslations('services')
  const { rows, stamp } = useLive('services', initial).view
  const [stack, setStack] = useSearchParam('stack')
  const columns = useServiceColumns({ withStack: true })
  const shown = useMemo(() => rows.filter((row) => isOf(row, stack)), [rows, stack])
  const sentence = useHealthSentence(shown)

  return (
    <>
      <PageHeader title={t('title')} state={isKnown(stamp) && t('state', { count: shown.length, states: sentence })} />
      <Table
        label={t('title')}
        rows={shown}
        rowId={idOf}
        columns={columns}
        href={hrefOf}
        filterText={serviceText}
        defaultSort="state"
        toolbar={<StackSelect rows={rows} value={stack} onChange={setStack} />}
        count={({ shown, total, isFiltered }) => t(isFiltered ? 'countFiltered' : 'count', { shown, total })}
        empty={
          rows.length === 0 && (
            <NoRows stamp={stamp} title={t('empty.title')}>
              {t('empty.text')}
            </NoRows>
          )
        }
      />
    </>
  )
}

function isOf(row: ServiceRow, stack: string): boolean {
  if (stack === '') return true
  return stack === noStack ? row.stack === null : row.stack === stack
}

type SelectProps = { rows: readonly ServiceRow[]; value: string; onChange: (stack: string) => void }

function StackSelect({ rows, value, onChange }: SelectProps) {
  const t = useTranslations('services.stackFilter')
  const stacks = [...new Set(rows.map((row) => row.stack))].filter((stack) => stack !== null).sort()
  const options = [
    { value: '', label: t('all') },
    ...stacks.map((stack) => ({ value: stack, label: stack })),
    ...(rows.some((row) => row.stack === null) ? [{ value: noStack, label: t('none') }] : []),
  ]
  // A stack that has gone stays chosen until another one is.
  if (!options.some((option) => option.value === value)) options.push({ value, label: value })
  return <Select label={t('label')} hideLabel className="w-44" options={options} value={value} onChange={onChange} />
}
