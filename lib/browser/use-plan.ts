'use client'

import { useCallback, useEffect, useState } from 'react'
import type { Plan, PlannedChange } from '@/lib/plan/plan'
import { callApi } from './call-api'

/** Long enough to type "12" without planning for 1, short enough not to be waited for. */
const settleMs = 150

type Answer = { asked: string; plan: Plan | null; digest: string | null; error: unknown }

const nothingYet: Answer = { asked: '', plan: null, digest: null, error: null }

/**
 * What a change would do, planned anew whenever the input changes. `path` null means that there is nothing to plan yet.
 * While a new plan is on its way the old one stays to be looked at, but its digest is gone, so that it cannot be applied.
 */
export function usePlan(path: string | null, body: unknown) {
  const [attempt, setAttempt] = useState(0)
  const [answer, setAnswer] = useState(nothingYet)
  const question = path === null ? '' : JSON.stringify([attempt, path, body])

  useEffect(() => {
    if (question === '') return undefined
    const controller = new AbortController()
    const plan = async () => {
      const next = await ask(question, controller.signal)
      // An answer that arrives late is ignored. After a failure there is no plan to look at.
      if (!controller.signal.aborted) setAnswer(next)
    }
    const timer = setTimeout(() => void plan(), settleMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [question])

  const isCurrent = question !== '' && answer.asked === question
  return {
    plan: question === '' ? null : answer.plan,
    digest: isCurrent ? answer.digest : null,
    error: isCurrent ? answer.error : null,
    pending: question !== '' && !isCurrent,
    /** Plans again: after `plan_changed`, or when the swarm has moved on. */
    planAgain: useCallback(() => setAttempt((last) => last + 1), []),
  }
}

async function ask(question: string, signal: AbortSignal): Promise<Answer> {
  const [, path, body]: [number, string, unknown] = JSON.parse(question)
  try {
    const { plan, digest } = await callApi<PlannedChange>('POST', path, body, { signal })
    return { asked: question, plan, digest, error: null }
  } catch (error) {
    return { asked: question, plan: null, digest: null, error }
  }
}
