'use client'

import NextLink from 'next/link'
import { DriftBadge } from '@/components/swarm/drift-badge'
import { page } from '@/lib/paths/page'
import { useDrift } from './use-drift'

/** Beside a stack's health: whether it runs as it was deployed. Leads to what differs. */
export function DriftState({ stack }: { stack: string }) {
  const { drift } = useDrift(stack)
  if (!drift) return null
  return (
    <NextLink href={`${page.stack(stack)}?tab=drift`} scroll={false} className="rounded-full">
      <DriftBadge state={drift.state} variant="soft" />
    </NextLink>
  )
}
