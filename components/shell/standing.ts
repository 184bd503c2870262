import type { StreamState } from '@/lib/browser/live/live-store'
import type { SwarmView } from '@/lib/contract/swarm'

/** How near what the page shows is to the truth: the first link of the chain that is broken, from the browser on. */
export type Standing = 'live' | 'connecting' | 'away' | 'lost'

/** The stream counts first: without it the page does not know how the engine is. */
export function standingOf(stream: StreamState, swarm: SwarmView | null): Standing {
  if (stream === 'lost') return 'lost'
  return swarm?.connection ?? 'connecting'
}
