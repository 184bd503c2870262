'use client'

import { useTranslations } from 'use-intl'
import { EmptyState } from '@/components/ui/page/empty-state'
import { Table } from '@/components/ui/table/table'
import type { TaskRow } from '@/lib/contract/tasks'
import { page } from '@/lib/paths/page'
import { type TaskColumns, useTaskColumns } from './use-task-columns'

type Props = { tasks: readonly TaskRow[]; show: TaskColumns }

const idOf = (task: TaskRow) => task.id
const hrefOf = (task: TaskRow) => `${page.service(task.serviceName)}?task=${encodeURIComponent(task.id)}`
const textOf = (task: TaskRow) =>
  `${task.serviceName} ${task.slot ?? ''} ${task.state} ${task.nodeName ?? ''} ${task.error ?? ''} ${task.id}`

/** Tasks of several services, each with its whole error. */
export function TaskTable({ tasks, show }: Props) {
  const t = useTranslations('tasks')
  const columns = useTaskColumns(show)
  return (
    <Table
      label={t('title')}
      rows={tasks}
      rowId={idOf}
      columns={columns}
      href={hrefOf}
      filterText={textOf}
      defaultSort={show === 'service' ? 'state' : 'service'}
      param="t"
      count={({ shown, total, isFiltered }) => t(isFiltered ? 'countFiltered' : 'count', { shown, total })}
      empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
    />
  )
}
