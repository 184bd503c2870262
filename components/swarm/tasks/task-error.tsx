'use client'

import { useTranslations } from 'use-intl'
import type { TaskRow } from '@/lib/contract/tasks'

/** What the engine said of a task that ended or cannot begin, whole; and the exit code of its process. */
export function TaskError({ task, withExitCode = true }: { task: TaskRow; withExitCode?: boolean }) {
  const t = useTranslations('tasks')
  const code = withExitCode && task.exitCode ? t('exitCode', { code: task.exitCode }) : null
  if (!task.error && !code) return null
  return (
    <span className="wrap-anywhere">
      {task.error}
      {code && <span className="text-muted">{task.error ? ` · ${code}` : code}</span>}
    </span>
  )
}
