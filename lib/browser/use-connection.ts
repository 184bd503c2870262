'use client'

import { useSyncExternalStore } from 'react'
import { liveHub } from './live/hub'
import { type ConnectionState, startConnection } from './live/live-store'

/** How the stream to the server is, and when the engine last confirmed what the page shows. */
export function useConnection(): ConnectionState {
  return useSyncExternalStore(
    (listener) => liveHub().store.subscribe(listener),
    () => liveHub().store.getConnection(),
    () => startConnection,
  )
}
