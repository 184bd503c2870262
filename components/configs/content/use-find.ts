'use client'

import { useDeferredValue, useMemo, useState } from 'react'
import type { TextLine } from './split-lines'

export type Find = {
  query: string
  setQuery: (query: string) => void
  matches: number
  /** Which match is shown, from 0. */
  position: number
  /** The line of that match, as an index. */
  line: number | null
  step: (by: 1 | -1) => void
}

/** Finds a text in lines, in any case; steps go round at both ends. */
export function useFind(lines: readonly TextLine[]): Find {
  const [query, setQuery] = useState('')
  const [asked, setAsked] = useState(0)
  const deferred = useDeferredValue(query)
  const matches = useMemo(() => matchingLines(lines, deferred), [lines, deferred])
  const position = matches.length > 0 ? asked % matches.length : 0
  return {
    query,
    setQuery: (next) => {
      setQuery(next)
      setAsked(0)
    },
    matches: matches.length,
    position,
    line: matches[position] ?? null,
    step: (by) => setAsked((position + by + matches.length) % Math.max(1, matches.length)),
  }
}

function matchingLines(lines: readonly TextLine[], query: string): number[] {
  if (query === '') return []
  const wanted = query.toLowerCase()
  return lines.flatMap((line, index) => (line.text.toLowerCase().includes(wanted) ? [index] : []))
}
