'use client'

import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '@/components/ui/page/empty-state'
import { Table } from '@/components/ui/table/table'
import { useSearchParam } from '@/lib/browser/use-search-param'
import type { TaskRow } from '@/lib/contract/tasks'
import { useHistoryColumns } from './use-history-columns'

const idOf = (task: TaskRow) => task.id
const textOf = (task: TaskRow) =>
  `${task.slot ?? ''} ${task.state} ${task.nodeName ?? ''} ${task.error ?? ''} ${task.image} ${task.id}`

/** Every attempt that the engine still knows, slot by slot, the newest first. A tile leads to its line by `task=ID`. */
export function SlotHistory({ tasks }: { tasks: readonly TaskRow[] }) {
  const t = useTranslations('tasks')
  const [asked] = useSearchParam('task')
  const columns = useHistoryColumns(tasks, asked)

  useEffect(() => {
    if (asked) document.getElementById(`task-${asked}`)?.scrollIntoView({ block: 'center' })
  }, [asked])

  return (
    <Table
      label={t('title')}
      rows={tasks}
      rowId={idOf}
      columns={columns}
      filterText={textOf}
      param="t"
      count={({ shown, total, isFiltered }) => t(isFiltered ? 'countFiltered' : 'count', { shown, total })}
      empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
    />
  )
}
