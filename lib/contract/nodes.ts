import type { Health } from './health'
import type { TaskRow } from './tasks'

/** A row of the topic `nodes`. `id` is the engine's node id, because hostnames repeat. */
export type NodeRow = {
  id: string
  hostname: string
  role: 'manager' | 'worker'
  isLeader: boolean
  /** Of managers only. */
  reachability: string | null
  availability: 'active' | 'pause' | 'drain'
  /** The engine's word: ready, down, unknown, disconnected. */
  state: string
  message: string | null
  health: Health
  address: string | null
  engineVersion: string
  os: string
  architecture: string
  nanoCpus: number
  memoryBytes: number
  reservedNanoCpus: number
  reservedMemoryBytes: number
  runningTasks: number
  labels: Record<string, string>
}

/** The topic `node:ID`. */
export type NodeDetail = {
  row: NodeRow
  createdAt: number
  engineLabels: Record<string, string>
  plugins: string[]
  tasks: TaskRow[]
}
