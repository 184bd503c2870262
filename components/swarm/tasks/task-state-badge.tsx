'use client'

import { useTranslations } from 'use-intl'
import { taskTone } from '@/components/swarm/tone'
import { Badge } from '@/components/ui/badge'
import type { TaskRow } from '@/lib/contract/tasks'

/** The engine's own word, and what it wishes instead where the two differ. */
export function TaskStateBadge({ task }: { task: TaskRow }) {
  const t = useTranslations('tasks')
  const isToEnd = task.state === 'running' && task.desiredState !== 'running' && task.desiredState !== 'complete'
  const isLost = task.state === 'running' && !isToEnd && !task.isRunning
  return (
    <Badge tone={taskTone(task)} title={t('stateTitle', { state: task.state, desired: task.desiredState })}>
      {task.state}
      {isToEnd && <span className="text-faint">{t('toEnd', { desired: task.desiredState })}</span>}
      {isLost && <span>{t('nodeDown')}</span>}
    </Badge>
  )
}
