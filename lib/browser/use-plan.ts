'use client'

import { useCallback, useEffect, useState } from 'react'
import type { Plan, PlannedChange } from '@/lib/plan/plan'
import { callApi } from './call-api'

/** Long enough to type "12" without planning for 1, short enough not to be waited for. */
const usualSettleMs = 150

export type PlanState<Answer extends PlannedChange> = {
  /** The whole answer, for those that get more than a plan. */
  answer: Answer | null
  plan: Plan | null
  digest: string | null
  error: unknown
  pending: boolean
  /** Plans again: after `plan_changed`, or when the swarm has moved on. */
  planAgain: () => void
}

type Kept<Answer> = { asked: string; answer: Answer | null; error: unknown }

/**
 * What a change would do, planned anew whenever the input changes. `path` null means that there is nothing to plan yet.
 * While a new plan is on its way the old one stays to be looked at, but its digest is gone, so that it cannot be applied.
 */
export function usePlan<Answer extends PlannedChange = PlannedChange>(
  path: string | null,
  body: unknown,
  settleMs = usualSettleMs,
): PlanState<Answer> {
  const [attempt, setAttempt] = useState(0)
  const [kept, setKept] = useState<Kept<Answer>>({ asked: '', answer: null, error: null })
  const question = path === null ? '' : JSON.stringify([attempt, path, body])

  useEffect(() => {
    if (question === '') return undefined
    const controller = new AbortController()
    const plan = async () => {
      const next = await ask<Answer>(question, controller.signal)
      // An answer that arrives late is ignored. After a failure there is no plan to look at.
      if (!controller.signal.aborted) setKept(next)
    }
    const timer = setTimeout(() => void plan(), settleMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [question, settleMs])

  const isCurrent = question !== '' && kept.asked === question
  const answer = question === '' ? null : kept.answer
  return {
    answer,
    plan: answer?.plan ?? null,
    digest: isCurrent ? (kept.answer?.digest ?? null) : null,
    error: isCurrent ? kept.error : null,
    pending: question !== '' && !isCurrent,
    planAgain: useCallback(() => setAttempt((last) => last + 1), []),
  }
}

async function ask<Answer>(question: string, signal: AbortSignal): Promise<Kept<Answer>> {
  const [, path, body]: [number, string, unknown] = JSON.parse(question)
  try {
    return { asked: question, answer: await callApi<Answer>('POST', path, body, { signal }), error: null }
  } catch (error) {
    return { asked: question, answer: null, error }
  }
}
