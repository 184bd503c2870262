'use client'

import { useSyncExternalStore } from 'react'

let taken: string | null = null

/**
 * What stands behind the # of the address, which is taken away from it: a fragment is never sent to a server, but it is
 * kept in the browser's history and seen over one's shoulder. Null while the page is made on the server.
 */
export function useFragment(): string | null {
  return useSyncExternalStore(
    subscribe,
    () => taken,
    () => null,
  )
}

function subscribe(listener: () => void) {
  const take = () => {
    const { hash, pathname, search } = window.location
    taken = hash ? hash.slice(1) : (taken ?? '')
    if (hash) window.history.replaceState(null, '', pathname + search)
    listener()
  }
  take()
  window.addEventListener('hashchange', take)
  return () => window.removeEventListener('hashchange', take)
}
