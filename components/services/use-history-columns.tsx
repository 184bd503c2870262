'use client'

import { clsx } from 'clsx'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { ObjectLink } from '@/components/swarm/object-link'
import { TaskError } from '@/components/swarm/tasks/task-error'
import { TaskStateBadge } from '@/components/swarm/tasks/task-state-badge'
import { Copyable } from '@/components/ui/copyable'
import { RelativeTime } from '@/components/ui/relative-time'
import type { Column } from '@/components/ui/table/column'
import type { TaskRow } from '@/lib/contract/tasks'
import { slotKey } from './tasks-to-draw'

/** Columns of one service's tasks. `asked` is the task that the URL points at. */
export function useHistoryColumns(tasks: readonly TaskRow[], asked: string): Column<TaskRow>[] {
  const t = useTranslations('tasks')
  // As text, so that the columns stay the same while only states change.
  const newest = [...newestOfSlots(tasks)].join(' ')
  return useMemo<Column<TaskRow>[]>(() => {
    const present = new Set(newest.split(' '))
    return [
      {
        id: 'slot',
        header: t('columns.slot'),
        cell: (task) => <Slot task={task} isAsked={task.id === asked} isPresent={present.has(task.id)} />,
        sortBy: (task) => task.slot ?? task.nodeName,
        narrow: 'name',
      },
      {
        id: 'state',
        header: t('columns.state'),
        cell: (task) => <TaskStateBadge task={task} />,
        sortBy: (task) => task.state,
        narrow: 'aside',
      },
      {
        id: 'node',
        header: t('columns.node'),
        cell: (task) =>
          task.nodeId ? (
            <ObjectLink kind="node" id={task.nodeId} name={task.nodeName ?? task.nodeId} />
          ) : (
            <span className="text-muted">{t('noNode')}</span>
          ),
        sortBy: (task) => task.nodeName,
        narrow: 'detail',
      },
      {
        id: 'since',
        header: t('columns.since'),
        cell: (task) => <RelativeTime at={task.stateSince} className="whitespace-nowrap text-muted" />,
        sortBy: (task) => -task.stateSince,
        narrow: 'detail',
      },
      {
        id: 'exit',
        header: t('columns.exit'),
        from: 'lg',
        cell: (task) => task.exitCode,
        sortBy: (task) => task.exitCode,
        align: 'right',
      },
      {
        id: 'error',
        header: t('columns.error'),
        cell: (task) => <TaskError task={task} withExitCode={false} />,
        width: 'grow',
        narrow: 'detail',
      },
      {
        id: 'spec',
        header: t('columns.spec'),
        from: 'lg',
        cell: (task) => (
          <span className={clsx('whitespace-nowrap', !task.isCurrent && 'text-muted')}>
            {t(task.isCurrent ? 'currentSpec' : 'earlierSpec')}
          </span>
        ),
        sortBy: (task) => Number(task.isCurrent),
      },
      {
        id: 'id',
        header: t('columns.id'),
        from: 'xl',
        cell: (task) => <Copyable value={task.id}>{task.id.slice(0, 8)}</Copyable>,
      },
    ]
  }, [t, newest, asked])
}

/** The first task of each slot, as they come: slot by slot, the newest first. */
function newestOfSlots(tasks: readonly TaskRow[]): Set<string> {
  const first = new Map<string, string>()
  for (const task of tasks) if (!first.has(slotKey(task))) first.set(slotKey(task), task.id)
  return new Set(first.values())
}

/** What came before in a slot is set back behind what is there now. */
function Slot({ task, isAsked, isPresent }: { task: TaskRow; isAsked: boolean; isPresent: boolean }) {
  const t = useTranslations('tasks')
  const name = task.slot === null ? (task.nodeName ?? t('noNode')) : String(task.slot)
  return (
    <span
      id={`task-${task.id}`}
      aria-current={isAsked || undefined}
      className={clsx(
        'inline-flex min-w-6 justify-center rounded-sm px-1.5 tabular-nums',
        isPresent ? 'font-medium' : 'text-faint',
        isAsked && 'bg-accent-soft ring-1 ring-accent-line',
      )}
    >
      {name}
    </span>
  )
}
