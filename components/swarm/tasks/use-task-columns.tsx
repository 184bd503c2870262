'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { ObjectLink } from '@/components/swarm/object-link'
import { taskTone } from '@/components/swarm/tone'
import { RelativeTime } from '@/components/ui/relative-time'
import type { Tone } from '@/components/ui/state-shape'
import type { Column } from '@/components/ui/table/column'
import type { TaskRow } from '@/lib/contract/tasks'
import { TaskError } from './task-error'
import { TaskStateBadge } from './task-state-badge'

/** `service`: on the page of a node. `service-and-node`: on that of a stack. */
export type TaskColumns = 'service' | 'service-and-node'

/** Columns of tasks that belong to several services. */
export function useTaskColumns(show: TaskColumns): Column<TaskRow>[] {
  const t = useTranslations('tasks')
  return useMemo(() => {
    const columns: Column<TaskRow>[] = [
      {
        id: 'service',
        header: t('columns.task'),
        cell: (task) => (
          <span>
            <ObjectLink kind="service" name={task.serviceName} />
            {task.slot !== null && <span className="text-muted tabular-nums">.{task.slot}</span>}
          </span>
        ),
        sortBy: (task) => `${task.serviceName} ${task.slot ?? ''}`,
        narrow: 'name',
      },
      {
        id: 'state',
        header: t('columns.state'),
        cell: (task) => <TaskStateBadge task={task} />,
        sortBy: taskUrgency,
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
        id: 'error',
        header: t('columns.error'),
        cell: (task) => <TaskError task={task} />,
        width: 'grow',
        narrow: 'detail',
      },
    ]
    return show === 'service' ? columns.filter((column) => column.id !== 'node') : columns
  }, [t, show])
}

/** What is wrong first, then what is on its way, what runs, and what is history. */
function taskUrgency(task: TaskRow): number {
  const order: Tone[] = ['failing', 'attention', 'working', 'running', 'neutral']
  return order.indexOf(taskTone(task))
}
