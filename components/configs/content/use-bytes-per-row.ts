'use client'

import { useSyncExternalStore } from 'react'

// Sixteen bytes with their letters take 590 px.
const wide = '(min-width: 640px)'

function subscribe(listener: () => void) {
  const query = window.matchMedia(wide)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** As many as fit beside one another without scrolling sideways. */
export function useBytesPerRow(): 8 | 16 {
  const isWide = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(wide).matches,
    () => true,
  )
  return isWide ? 16 : 8
}
