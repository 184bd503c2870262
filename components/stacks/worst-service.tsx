'use client'

import { ObjectLink } from '@/components/swarm/object-link'
import { ReasonText } from '@/components/swarm/reason-text'
import type { Reason } from '@/lib/contract/reason'

/** Why a stack is as it is: the service that is worst off, and what is wrong with it. */
export function WorstService({ reason }: { reason: Reason | null }) {
  const service = reason?.params?.service
  if (!reason || typeof service !== 'string') return null
  return (
    <span className="line-clamp-2 text-muted">
      <ObjectLink kind="service" name={service} />
      {': '}
      <ReasonText reason={reason} />
    </span>
  )
}
