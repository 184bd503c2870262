'use client'

import { useEffect, useState } from 'react'
import { useSearchParam } from '@/lib/browser/use-search-param'

/** Browsers refuse more than a hundred changes of the URL in half a minute, so it follows the typing at a distance. */
const settleMs = 200

/** What is typed into a filter, or chosen in a list, kept in the URL. */
export function useFilterText(param: string) {
  const [inUrl, setInUrl] = useSearchParam(param)
  const [text, setText] = useState(inUrl)
  const [seen, setSeen] = useState(inUrl)
  const [written, setWritten] = useState(inUrl)

  // The URL changed without us: somebody went back, or followed a link to this page.
  if (inUrl !== seen) {
    setSeen(inUrl)
    if (inUrl !== written) setText(inUrl)
  }

  useEffect(() => {
    const timer = setTimeout(() => {
      setWritten(text)
      setInUrl(text)
    }, settleMs)
    return () => clearTimeout(timer)
  }, [text, setInUrl])

  return [text, setText] as const
}
