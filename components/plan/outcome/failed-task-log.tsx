'use client'

import { clsx } from 'clsx'
import { ScrollText } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { scrollable } from '@/components/ui/scrollable'
import { callApi } from '@/lib/browser/call-api'
import { useMay } from '@/lib/browser/current-user'
import { useLive } from '@/lib/browser/use-live'
import { useRevealed } from '@/lib/browser/use-revealed'
import type { LogLine, TaskLog } from '@/lib/contract/tasks'
import { api } from '@/lib/paths/api'
import type { ServiceChangeStep } from '@/lib/plan/plan'
import { failedTaskOf } from './failed-task'

/**
 * The last lines that the failed task of a service has printed. Asked for by a person, since it may hold anything and who
 * looks is recorded; kept nowhere but here.
 */
export function FailedTaskLog({ step }: { step: ServiceChangeStep }) {
  const t = useTranslations('plan.log')
  const { view } = useLive(`service:${step.serviceName}`, null)
  const mayRead = useMay('service.logs.read')
  const task = view?.document ? failedTaskOf(view.document.tasks, step) : null
  const taskId = task?.id ?? ''
  // Of the service: while somebody reads, another task may fail, and the engine may forget this one.
  const revealed = useRevealed(step.serviceName, () => callApi<TaskLog>('GET', api.taskLog(taskId)))
  const log = revealed.values
  if (!task && !log) return null
  return (
    <div className="flex flex-col items-start gap-2">
      {log ? (
        <LogText log={log} />
      ) : (
        <Button
          size="sm"
          icon={ScrollText}
          busy={revealed.pending}
          disabledReason={!mayRead && t('notAllowed')}
          onClick={revealed.show}
        >
          {t('show')}
        </Button>
      )}
      <ProblemNotice error={revealed.error} />
    </div>
  )
}

function LogText({ log: { lines, isCut } }: { log: TaskLog }) {
  const t = useTranslations('plan.log')
  if (lines.length === 0) return <p className="text-muted text-sm">{t('empty')}</p>
  return (
    <figure className="w-full">
      <figcaption className="text-muted text-sm">
        {t(isCut ? 'lastLines' : 'allLines', { count: lines.length })}
      </figcaption>
      <pre
        {...scrollable}
        className="mt-1 max-h-80 overflow-y-auto whitespace-pre-wrap break-words rounded-md border border-line bg-sunken px-3 py-2 text-sm"
      >
        {withKeys(lines).map(({ key, stream, text }) => (
          <span key={key} className={clsx('block', stream === 'engine' && 'font-sans text-muted')}>
            {text}
          </span>
        ))}
      </pre>
    </figure>
  )
}

/** The same line may be there twice; their order never changes. */
function withKeys(lines: readonly LogLine[]) {
  return lines.map((line, index) => ({ ...line, key: index }))
}
