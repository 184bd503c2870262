'use client'

import { useCallback } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { ageOf } from './time/age'
import { useTimeText } from './time/clock'

type Props = {
  /** UTC milliseconds. */
  at: number
  className?: string
}

/** "5 minutes ago", exact to the second on hover, in the reader's zone. Keeps itself up to date. */
export function RelativeTime({ at, className }: Props) {
  const t = useTranslations('ui.time')
  const format = useFormatter()
  const render = useCallback(
    (now: number) => {
      const age = ageOf(at, now)
      if (age.unit === 'now') return t('justNow')
      return format.relativeTime(new Date(now - age.value * unitMs[age.unit]), { now: new Date(now), unit: age.unit })
    },
    [at, t, format],
  )
  const text = useTimeText(render)
  return (
    <time dateTime={new Date(at).toISOString()} title={format.dateTime(at, exact)} className={className}>
      {text}
    </time>
  )
}

const unitMs = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  month: 2_629_800_000,
  year: 31_557_600_000,
}

const exact = { dateStyle: 'full', timeStyle: 'long' } as const
