'use client'

import NextLink from 'next/link'
import { DriftBadge } from '@/components/swarm/drift-badge'
import { useLive } from '@/lib/browser/use-live'
import { page } from '@/lib/paths/page'

/** Beside a stack's health: whether it runs as it was deployed. Leads to what differs. */
export function DriftState({ stack }: { stack: string }) {
  const state = useLive(`stack:${stack}`, null).view?.document?.row.drift
  if (!state) return null
  return (
    <NextLink href={`${page.stack(stack)}?tab=drift`} scroll={false} className="rounded-full">
      <DriftBadge state={state} variant="soft" />
    </NextLink>
  )
}
