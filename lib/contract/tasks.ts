/** A line of what a container has printed. `engine`: what the engine says about the log itself. */
export type LogLine = { stream: 'stdout' | 'stderr' | 'engine'; text: string }

/** The answer of `GET /api/tasks/ID/log`: the end of it. `isCut`: there was more before. */
export type TaskLog = { lines: LogLine[]; isCut: boolean }

/** One attempt to run one replica. State words are the engine's own. Times are UTC milliseconds. */
export type TaskRow = {
  id: string
  serviceId: string
  serviceName: string
  stack: string | null
  /** Null for global services, whose tasks belong to a node. */
  slot: number | null
  nodeId: string | null
  nodeName: string | null
  state: string
  desiredState: string
  stateSince: number
  createdAt: number
  /** The engine's whole text, never shortened. */
  error: string | null
  message: string | null
  exitCode: number | null
  containerId: string | null
  image: string
  /** Runs now, is meant to, and its node is not down: the only kind that counts as running. */
  isRunning: boolean
  /** Made from the service's present spec, not from an earlier one. */
  isCurrent: boolean
  configNames: string[]
  secretNames: string[]
}
