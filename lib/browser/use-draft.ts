'use client'

import { useCallback, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

/**
 * A text that survives reloads and lost sessions, for as long as its tab lives. Never for a secret's value or a password.
 * `clear` when it has been sent.
 */
export function useDraft(key: string) {
  const name = `skep-draft-${key}`
  const text = useSyncExternalStore(
    subscribe,
    () => sessionStorage.getItem(name) ?? '',
    () => '',
  )
  const setText = useCallback((next: string) => write(name, next), [name])
  const clear = useCallback(() => write(name, ''), [name])
  return [text, setText, clear] as const
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function write(name: string, text: string) {
  if (text === '') sessionStorage.removeItem(name)
  else sessionStorage.setItem(name, text)
  for (const listener of listeners) listener()
}
