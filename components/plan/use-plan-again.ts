'use client'

import { useEffect, useRef } from 'react'
import type { usePlan } from '@/lib/browser/use-plan'

type Planned = Pick<ReturnType<typeof usePlan>, 'planAgain'>

/**
 * Plans again when what the plan depends on is another: a dialog then says what has happened, instead of at the last click.
 * `state` null means that it is not known yet. No more once the plan was sent, for then it comes true.
 */
export function usePlanAgain({ planAgain }: Planned, state: unknown, isSent = false) {
  const planned = useRef(state)
  useEffect(() => {
    if (isSent || state === planned.current) return
    const isFirst = planned.current === null
    planned.current = state
    if (!isFirst) planAgain()
  }, [state, isSent, planAgain])
}
