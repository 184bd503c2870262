import type { StreamMessage, Topic } from '@/lib/contract/topics'
import type { StreamState } from './live-store'

/** What the tabs of a browser tell each other. */
export type TabMessage =
  /** From a tab: what it shows now. */
  | { type: 'show'; tab: string; topics: Topic[] }
  /** From a tab that is being closed. */
  | { type: 'leave'; tab: string }
  /** From a new leader: say what you show. */
  | { type: 'who' }
  /** From the leader: what the stream brought, and how it is. */
  | { type: 'stream'; message: StreamMessage }
  | { type: 'state'; stream: StreamState; since: number }
  | { type: 'signed-out' }
