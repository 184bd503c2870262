'use client'

import { useEffect, useState } from 'react'
import { useAction } from './use-action'

/**
 * Values that are masked until somebody asks for them, and masked again on request, when the page is left, and when they
 * are about something else: a browser would keep them with a page for "back".
 */
export function useRevealed<T>(about: unknown, ask: () => Promise<T>) {
  const [shown, setShown] = useState<{ about: unknown; values: T } | null>(null)
  const asking = useAction(async () => setShown({ about, values: await ask() }))
  useEffect(() => {
    const mask = () => setShown(null)
    window.addEventListener('pagehide', mask)
    return () => window.removeEventListener('pagehide', mask)
  }, [])
  return {
    values: shown && shown.about === about ? shown.values : null,
    show: () => void asking.run(),
    hide: () => setShown(null),
    pending: asking.pending,
    error: asking.error,
  }
}
