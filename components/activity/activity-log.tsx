'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/form/select'
import { EmptyState } from '@/components/ui/page/empty-state'
import { PageHeader } from '@/components/ui/page/page-header'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { FilterField } from '@/components/ui/table/filter-field'
import { Table } from '@/components/ui/table/table'
import { useFilterText } from '@/components/ui/table/use-filter-text'
import { useSearchParam } from '@/lib/browser/use-search-param'
import type { AuditRow } from '@/lib/contract/session'
import { type ActivityFilter, activityFilter, activitySearch, results } from './activity-query'
import { useActivity } from './use-activity'
import { useActivityColumns } from './use-activity-columns'
import { useSettled } from './use-settled'

type Props = { initial: { filter: ActivityFilter; rows: AuditRow[] } }

const rowId = (row: AuditRow) => String(row.sequence)

/** Who did what and what came of it. The server filters, since the log may be far longer than what is shown. */
export function ActivityLog({ initial }: Props) {
  const t = useTranslations('activity')
  const [text, setText] = useFilterText('text')
  const [result, setResult] = useSearchParam('result')
  const filter = activityFilter(useSettled(text), result)
  const isInitial = activitySearch(filter) === activitySearch(initial.filter)
  const log = useActivity(filter, isInitial ? initial.rows : undefined)
  const columns = useActivityColumns()
  const isFiltered = filter.text !== '' || filter.result !== ''

  return (
    <>
      <PageHeader title={t('title')} state={t('state')} />
      <div className="mb-2.5 flex flex-wrap items-center gap-x-3 gap-y-2">
        <FilterField label={t('filter')} value={text} onChange={setText} />
        <Select
          label={t('result')}
          hideLabel
          value={result}
          onChange={setResult}
          options={[
            { value: '', label: t('anyResult') },
            ...results.map((value) => ({ value, label: t(`results.${value}`) })),
          ]}
        />
        <output className="ml-auto text-muted text-sm tabular-nums">{t('count', { count: log.rows.length })}</output>
      </div>
      <ProblemNotice error={log.error} className="mb-3" />
      {log.rows.length > 0 ? (
        <Table label={t('title')} rows={log.rows} rowId={rowId} columns={columns} hideBar />
      ) : (
        !log.isLoading && <Nothing isFiltered={isFiltered} />
      )}
      <div className="mt-3 text-muted text-sm">
        {!log.isComplete && (
          <Button busy={log.isLoading} onClick={log.showOlder}>
            {t('older')}
          </Button>
        )}
        {log.isComplete && log.rows.length > 0 && !isFiltered && t('end')}
      </div>
    </>
  )
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const t = useTranslations('activity')
  return isFiltered ? (
    <p className="text-muted">{t('noMatch')}</p>
  ) : (
    <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
  )
}
