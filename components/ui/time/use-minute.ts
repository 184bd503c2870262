'use client'

import { useTimeText } from './clock'

const minuteMs = 60_000

const minuteOf = (now: number) => String(now - (now % minuteMs))

/** The time, to the minute, for what is worked out from it: whether something is due. */
export function useMinute(): number {
  return Number(useTimeText(minuteOf))
}
