'use client'

import { useCallback } from 'react'
import { useFormatter } from 'use-intl'

const units = [
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1_000 },
] as const

/** Says how long something takes, in its two largest units: "5s", "1m 30s", "2h 5m". */
export function useDuration(): (durationMs: number) => string {
  const format = useFormatter()
  return useCallback(
    (durationMs) => {
      const parts = durationParts(durationMs).map(({ unit, value }) => {
        return format.number(value, { style: 'unit', unit, unitDisplay: 'narrow' })
      })
      return parts.join(' ')
    },
    [format],
  )
}

type Part = { unit: (typeof units)[number]['unit'] | 'millisecond'; value: number }

export function durationParts(durationMs: number): Part[] {
  if (durationMs > 0 && durationMs < 1_000) return [{ unit: 'millisecond', value: Math.round(durationMs) }]
  let rest = Math.max(0, durationMs)
  const parts = units.map(({ unit, ms }) => {
    const value = Math.floor(rest / ms)
    rest -= value * ms
    return { unit, value }
  })
  const first = parts.findIndex((part) => part.value > 0)
  if (first === -1) return [{ unit: 'second', value: 0 }]
  return parts.slice(first, first + 2).filter((part) => part.value > 0)
}
