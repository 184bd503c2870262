'use client'

import { useEffect, useRef, useState } from 'react'
import { useApply } from '@/components/plan/use-apply'
import { callApi } from '@/lib/browser/call-api'
import { usePlan } from '@/lib/browser/use-plan'
import type { OperationView } from '@/lib/contract/operations'
import { api } from '@/lib/paths/api'

/** What a person wants, and the number that he planned from. */
type Wish = { replicas: number; plannedFrom: number }

/**
 * The wish of one person beside the truth, which others change meanwhile. The wish is kept whatever happens to the truth;
 * only the plan is made again.
 */
export function useScaling(serviceName: string, present: number, onStarted: (operation: OperationView) => void) {
  const [wish, setWish] = useState<Wish | null>(null)
  const wanted = wish?.replicas ?? present
  const isChange = wanted !== present
  const planned = usePlan(isChange ? api.replicasPlan(serviceName) : null, { replicas: wanted })
  const scale = useApply(planned, (planDigest) => {
    return callApi('PUT', api.replicas(serviceName), { replicas: wanted, planDigest })
  })

  const { planAgain } = planned
  const lastPresent = useRef(present)
  useEffect(() => {
    if (lastPresent.current === present) return
    lastPresent.current = present
    planAgain()
  }, [present, planAgain])

  return {
    wanted,
    isChange,
    planned,
    pending: scale.pending,
    error: scale.error,
    /** The number that the person planned from, where somebody has changed it since. */
    overtaken: wish && wish.plannedFrom !== present ? wish.plannedFrom : null,
    want: (replicas: number) => {
      scale.reset()
      setWish((last) => ({ replicas, plannedFrom: last?.plannedFrom ?? present }))
    },
    forget: () => {
      scale.reset()
      setWish(null)
    },
    apply: async () => {
      const operation = await scale.run()
      if (!operation) return
      onStarted(operation)
      setWish(null)
    },
  }
}
