import type { StreamState } from '@/lib/browser/live/live-store'
import type { SwarmView } from '@/lib/contract/swarm'

/** How near what the page shows is to the truth: the first link of the chain that is broken, from the browser on. */
export type Standing = 'live' | 'connecting' | 'away' | 'lost' | 'not_in_swarm' | 'not_a_manager'

/** The stream counts first: without it the page does not know how the engine is. */
export function standingOf(stream: StreamState, swarm: SwarmView | null): Standing {
  if (stream === 'lost') return 'lost'
  const code = swarm?.connection === 'away' ? swarm.problem?.code : null
  // The engine does answer, only not about a swarm.
  if (code === 'not_in_swarm' || code === 'not_a_manager') return code
  return swarm?.connection ?? 'connecting'
}
