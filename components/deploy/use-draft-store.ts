'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { useCurrentUser } from '@/lib/browser/current-user'
import type { Draft } from './draft/draft'
import { DraftStore } from './draft/draft-store'

/** The draft of one stack by one person; an empty name is that of the stack which has none yet. */
export function useDraftStore(stack: string, base: Draft, bytes: ReadonlyMap<string, Uint8Array> = none) {
  const { id } = useCurrentUser()
  const [store] = useState(() => new DraftStore(`skep.stack.${id}.${stack}`, base, shelf(), bytes))
  const draft = useSyncExternalStore(store.subscribe, store.get, store.get)

  useEffect(() => {
    window.addEventListener('pagehide', store.keep)
    return () => {
      window.removeEventListener('pagehide', store.keep)
      store.keep()
    }
  }, [store])

  return { store, draft }
}

const none: ReadonlyMap<string, Uint8Array> = new Map()

function shelf(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
