'use client'

import { useCallback, useSyncExternalStore } from 'react'
import { useNow } from 'use-intl'
import { serverNow } from '@/lib/browser/server-clock'

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(() => {
    for (const tick of listeners) tick()
  }, 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/**
 * Renders what depends on the time, by one clock for the whole page. The component renders again only when the text has
 * changed. The first render uses the server's own now, so that both sides make the same text.
 */
export function useTimeText(render: (now: number) => string): string {
  const firstNow = useNow().getTime()
  const onClient = useCallback(() => render(serverNow()), [render])
  const onServer = useCallback(() => render(firstNow), [render, firstNow])
  return useSyncExternalStore(subscribe, onClient, onServer)
}
