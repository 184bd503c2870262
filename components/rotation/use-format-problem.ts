'use client'

import { useEffect, useState } from 'react'
import type { ContentFormat } from '@/lib/contract/data-objects'
import type { FormatProblem } from './check-format'

/** Long enough not to complain about what is being typed. */
const settleMs = 400

/** Where the text is not what its format asks for, once the typing has stopped. The grammars are loaded when first needed. */
export function useFormatProblem(format: ContentFormat, text: string | null): FormatProblem | null {
  const [problem, setProblem] = useState<FormatProblem | null>(null)

  useEffect(() => {
    let isCurrent = true
    const check = async () => {
      const found = await problemOf(format, text)
      if (isCurrent) setProblem(found)
    }
    const timer = setTimeout(() => void check(), settleMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [format, text])

  return problem
}

async function problemOf(format: ContentFormat, text: string | null): Promise<FormatProblem | null> {
  if (text === null || text === '') return null
  const { checkFormat } = await import('./check-format')
  return checkFormat(format, text)
}
