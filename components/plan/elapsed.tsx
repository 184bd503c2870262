'use client'

import { useCallback } from 'react'
import { useTimeText } from '@/components/ui/time/clock'
import { useDuration } from './use-duration'

type Props = {
  /** UTC milliseconds. */
  startedAt: number
  /** Null while it goes on: then it counts. */
  endedAt: number | null
}

/** How long something took, or has been going on. */
export function Elapsed({ startedAt, endedAt }: Props) {
  const duration = useDuration()
  const render = useCallback(
    (now: number) => duration(wholeSeconds((endedAt ?? now) - startedAt)),
    [duration, startedAt, endedAt],
  )
  return <span className="whitespace-nowrap text-muted text-sm tabular-nums">{useTimeText(render)}</span>
}

const wholeSeconds = (ms: number) => Math.floor(Math.max(0, ms) / 1_000) * 1_000
