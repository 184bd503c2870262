import 'server-only'

type Listener = (sessionIds: readonly string[]) => void

const g = globalThis as typeof globalThis & { skepStreamListeners?: Set<Listener> }

function listeners(): Set<Listener> {
  g.skepStreamListeners ??= new Set()
  return g.skepStreamListeners
}

/** Tells a stream that sessions ended or changed their rights. Close: the browser connects anew, and is asked anew. */
export function onSessionsRevoked(listener: Listener): () => void {
  listeners().add(listener)
  return () => void listeners().delete(listener)
}

export function revokeStreams(sessionIds: readonly string[]): void {
  for (const listener of [...listeners()]) listener(sessionIds)
}
