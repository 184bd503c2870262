import type { Params } from '@/lib/errors/app-error'
import type { ErrorCode } from '@/lib/errors/codes'

export type Connection = 'connecting' | 'live' | 'away'

/** The topic `swarm`: how Skep stands to the engine, and the swarm as a whole. Times are UTC milliseconds. */
export type SwarmView = {
  connection: Connection
  /** When the connection came into this state. */
  since: number
  /** Why it is away: not_in_swarm, not_a_manager, no_quorum, engine_unreachable … */
  problem: { code: ErrorCode; params: Params } | null
  swarmId: string | null
  engineVersion: string | null
  apiVersion: string | null
  nodeName: string | null
  nodes: number
  nodesReady: number
  managers: number
  managersReachable: number
}
