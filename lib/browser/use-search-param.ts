'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback } from 'react'

/**
 * One value that lives in the URL, so that a link leads to what one sees. Writing it does not ask the server for the page
 * again (Next takes part in `history`), and makes no entry to go back to unless `push` says that it is a place of its own.
 */
export function useSearchParam(name: string, fallback = '', { push = false } = {}) {
  const value = useSearchParams().get(name) ?? fallback
  const setValue = useCallback(
    (next: string) => {
      const url = new URL(window.location.href)
      if ((url.searchParams.get(name) ?? fallback) === next) return
      if (next === fallback) url.searchParams.delete(name)
      else url.searchParams.set(name, next)
      window.history[push ? 'pushState' : 'replaceState'](null, '', url)
    },
    [name, fallback, push],
  )
  return [value, setValue] as const
}
