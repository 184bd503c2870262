'use client'

import { useFormatter, useTranslations } from 'use-intl'
import type { Health } from '@/lib/contract/health'
import { healthOrder } from '@/lib/swarm/health/standing'

/** "2 failing, 1 working and 5 running": the worst first, as a person wants to hear it. */
export function useHealthSentence(rows: readonly { health: Health }[]): string {
  const t = useTranslations('health.counts')
  const format = useFormatter()
  const parts = healthOrder
    .map((health) => ({ health, count: rows.filter((row) => row.health === health).length }))
    .filter(({ count }) => count > 0)
    .map(({ health, count }) => t(health, { count }))
  return format.list(parts, { type: 'conjunction' })
}
