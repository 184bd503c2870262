'use client'

import { clsx } from 'clsx'
import { Check, Copy } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { copyText } from '@/lib/browser/copy-text'

type Props = {
  /** What is copied, whole. */
  value: string
  /** What is shown, when it is not the value itself: a shortened id, say. */
  children?: ReactNode
  /** Names of people and sentences are not code. */
  mono?: boolean
  className?: string
}

/** An identifier that copies on click, and says that it did. */
export function Copyable({ value, children, mono = true, className }: Props) {
  const t = useTranslations('ui.copy')
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')

  useEffect(() => {
    if (state === 'idle') return undefined
    const timer = setTimeout(() => setState('idle'), 1600)
    return () => clearTimeout(timer)
  }, [state])

  const copy = async () => setState((await copyText(value)) ? 'copied' : 'failed')
  const Icon = state === 'copied' ? Check : Copy
  return (
    <button
      type="button"
      title={t('copy', { value })}
      onClick={() => void copy()}
      className={clsx(
        'group inline-flex max-w-full items-center gap-1.5 rounded-sm text-left transition-colors hover:text-accent',
        className,
      )}
    >
      <span className={clsx('min-w-0 truncate', mono && 'font-mono text-[0.93em]')}>{children ?? value}</span>
      <Icon
        aria-hidden
        className={clsx(
          'size-3 shrink-0 transition-opacity',
          state === 'copied' ? 'text-running' : 'opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100',
        )}
      />
      <output className={state === 'failed' ? 'text-failing text-xs' : 'sr-only'}>
        {state === 'copied' && t('copied')}
        {state === 'failed' && t('failed')}
      </output>
    </button>
  )
}
