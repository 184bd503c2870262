'use client'

import { useCallback } from 'react'
import { useFormatter, useTranslations } from 'use-intl'

/** An hour of the day in UTC, and what that is in the reader's zone today: "03:00 UTC (12:00 here)". */
export function useHourText(): (hour: number) => string {
  const t = useTranslations('policies')
  const format = useFormatter()
  return useCallback(
    (hour) => {
      const at = new Date()
      at.setUTCHours(hour, 0, 0, 0)
      const utc = `${String(hour).padStart(2, '0')}:00`
      const here = format.dateTime(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
      return here === utc ? t('hourUtc', { utc }) : t('hour', { utc, here })
    },
    [t, format],
  )
}
