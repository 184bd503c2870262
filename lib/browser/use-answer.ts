'use client'

import { useCallback, useEffect, useState } from 'react'
import { callApi } from './call-api'

type Kept<Answer> = { asked: string; answer: Answer | null; error: unknown }

export type AnswerState<Answer> = {
  /** Stays while another one is on its way. */
  answer: Answer | null
  /** Whether it is the answer to what is asked now. */
  isCurrent: boolean
  error: unknown
  pending: boolean
  askAgain: () => void
}

/**
 * What a POST that changes nothing answers, asked anew whenever the body changes. `path` null means that there is nothing
 * to ask yet. An answer that arrives late is ignored.
 */
export function useAnswer<Answer>(path: string | null, body: unknown, settleMs: number): AnswerState<Answer> {
  const [attempt, setAttempt] = useState(0)
  const [kept, setKept] = useState<Kept<Answer>>({ asked: '', answer: null, error: null })
  const question = path === null ? '' : JSON.stringify([attempt, path, body])

  useEffect(() => {
    if (question === '') return undefined
    const controller = new AbortController()
    const start = async () => {
      const next = await ask<Answer>(question, controller.signal)
      // After a failure there is no answer to look at.
      if (!controller.signal.aborted) setKept(next)
    }
    const timer = setTimeout(() => void start(), settleMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [question, settleMs])

  const isCurrent = question !== '' && kept.asked === question
  return {
    answer: question === '' ? null : kept.answer,
    isCurrent,
    error: isCurrent ? kept.error : null,
    pending: question !== '' && !isCurrent,
    askAgain: useCallback(() => setAttempt((last) => last + 1), []),
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
