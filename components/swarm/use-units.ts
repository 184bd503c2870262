'use client'

import { useMemo } from 'react'
import { useFormatter, useTranslations } from 'use-intl'

const binaryUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const

/** Numbers with their units. Memory is binary, as the engine counts it: `100M` in a stack file is 100 MiB. */
export function useUnits() {
  const format = useFormatter()
  const t = useTranslations('swarm.units')
  return useMemo(
    () => ({
      bytes(bytes: number): string {
        const { value, unit } = inBinaryUnit(bytes)
        return `${format.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`
      },
      /** The exact number, for a tooltip. */
      exactBytes: (bytes: number): string => t('bytes', { bytes }),
      cpuNumber: (nanoCpus: number): string => format.number(nanoCpus / 1e9, { maximumFractionDigits: 2 }),
      cpus(nanoCpus: number): string {
        return t('cpus', { cpus: format.number(nanoCpus / 1e9, { maximumFractionDigits: 2 }), count: nanoCpus / 1e9 })
      },
      duration(durationMs: number): string {
        const [unit, size] = durationUnit(durationMs)
        return format.number(durationMs / size, {
          style: 'unit',
          unit,
          unitDisplay: 'narrow',
          maximumFractionDigits: 1,
        })
      },
      percent: (share: number): string => format.number(share, { style: 'percent', maximumFractionDigits: 0 }),
    }),
    [format, t],
  )
}

export function inBinaryUnit(bytes: number): { value: number; unit: (typeof binaryUnits)[number] } {
  let value = bytes
  for (const unit of binaryUnits) {
    // What would be shown as 1024 is one of the next unit.
    if (value < 1023.5) return { value, unit }
    value /= 1024
  }
  return { value: value * 1024, unit: 'PiB' }
}

function durationUnit(durationMs: number): ['millisecond' | 'second' | 'minute' | 'hour', number] {
  if (durationMs > 0 && durationMs < 1000) return ['millisecond', 1]
  if (durationMs < 120_000) return ['second', 1000]
  return durationMs < 7_200_000 ? ['minute', 60_000] : ['hour', 3_600_000]
}
