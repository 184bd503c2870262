'use client'

import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Copyable } from '@/components/ui/copyable'
import { StateShape } from '@/components/ui/state-shape'
import { useRelativeTime } from '@/components/ui/time/use-relative-time'
import { useCodedText } from '@/lib/browser/use-coded-text'
import { AppError, isAppError } from '@/lib/errors/app-error'

type Props = {
  /** Whatever was caught; nothing is drawn for null. */
  error: unknown
  /** What can be done about it: buttons or links. */
  action?: ReactNode
  className?: string
}

/** What happened, what it means and what to do, in the reader's language. Put it where the action was. */
export function ProblemNotice({ error, action, className }: Props) {
  const t = useTranslations('ui.problem')
  const say = useCodedText('errors')
  if (!error) return null

  const problem = isAppError(error) ? error : new AppError('unexpected')
  const engineText = textOf(problem.params.engineText)
  const id = textOf(problem.params.id)
  return (
    <div
      role="alert"
      className={clsx(
        'flex items-start gap-2.5 rounded-lg border border-failing-line bg-failing-soft px-4 py-3',
        className,
      )}
    >
      <StateShape tone="failing" className="mt-1.25" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{say(`${problem.code}.title`, problem.params)}</p>
        <p className="max-w-prose text-muted">{say(`${problem.code}.hint`, problem.params)}</p>
        <HeldBy {...problem.params} />
        {engineText && (
          <p className="mt-1.5 text-muted text-sm">
            {t('engineSays')} <samp className="break-words text-ink">{engineText}</samp>
          </p>
        )}
        {problem.code === 'unexpected' && id && (
          <p className="mt-1.5 text-muted text-sm">
            {t('id')} <Copyable value={id} />
          </p>
        )}
        {action && <div className="mt-2.5 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  )
}

/** Who holds what somebody else wants to change, and since when, where the failure knows. */
function HeldBy({ actor, since }: AppError['params']) {
  if (typeof actor !== 'string' || typeof since !== 'number') return null
  return <Held actor={actor} since={since} />
}

function Held({ actor, since }: { actor: string; since: number }) {
  const t = useTranslations('ui.problem')
  return <p className="mt-1.5 text-sm">{t('heldBy', { actor, since: useRelativeTime(since) })}</p>
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
