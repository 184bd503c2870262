'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useState } from 'react'

/**
 * One value that lives in the URL, so that a link leads to what one sees. Writing it does not ask the server for the page
 * again (Next takes part in `history`), and makes no entry to go back to unless `push` says that it is a place of its own.
 * What was written counts at once: Next tells of it a moment later, in which a box that was ticked would seem not to be.
 */
export function useSearchParam(name: string, fallback = '', { push = false } = {}) {
  const told = useSearchParams().get(name) ?? fallback
  const [written, setWritten] = useState<{ value: string; over: string } | null>(null)
  if (written && written.over !== told) setWritten(null)
  const setValue = useCallback(
    (next: string) => {
      const url = new URL(window.location.href)
      if ((url.searchParams.get(name) ?? fallback) === next) return
      if (next === fallback) url.searchParams.delete(name)
      else url.searchParams.set(name, next)
      setWritten({ value: next, over: told })
      window.history[push ? 'pushState' : 'replaceState'](null, '', url)
    },
    [name, fallback, push, told],
  )
  return [written?.over === told ? written.value : told, setValue] as const
}
