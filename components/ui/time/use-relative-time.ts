'use client'

import { useCallback } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { ageOf } from './age'
import { useTimeText } from './clock'

/** "5 minutes ago" as text, for a sentence; kept up to date. Alone it is a RelativeTime. */
export function useRelativeTime(at: number): string {
  const t = useTranslations('ui.time')
  const format = useFormatter()
  const render = useCallback(
    (now: number) => {
      const { unit, value } = ageOf(at, now)
      if (unit === 'now') return t('justNow')
      return format.relativeTime(new Date(now - value * unitMs[unit]), { now: new Date(now), unit })
    },
    [at, t, format],
  )
  return useTimeText(render)
}

const unitMs = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  month: 2_629_800_000,
  year: 31_557_600_000,
}
