'use client'

import { useAction } from '@/lib/browser/use-action'
import type { usePlan } from '@/lib/browser/use-plan'
import type { OperationView } from '@/lib/contract/operations'
import { isAppError } from '@/lib/errors/app-error'

type Planned = Pick<ReturnType<typeof usePlan>, 'digest' | 'planAgain'>

/**
 * Applies the plan that is shown, by its digest. When the swarm has moved on meanwhile nothing is sent: it is planned
 * again, and the person reads the new plan beside the refusal.
 */
export function useApply(planned: Planned, send: (planDigest: string) => Promise<OperationView>) {
  return useAction(async () => {
    if (!planned.digest) return undefined
    try {
      return await send(planned.digest)
    } catch (error) {
      if (isAppError(error) && movedOn.has(error.code)) planned.planAgain()
      throw error
    }
  })
}

const movedOn: ReadonlySet<string> = new Set(['plan_changed', 'version_conflict', 'name_taken'])
