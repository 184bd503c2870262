import type { Health } from './health'
import type { Reason } from './reason'
import type { TaskRow } from './tasks'

export type ServiceMode = 'replicated' | 'global' | 'replicated-job' | 'global-job'

export type PortView = {
  /** Null where the engine chose one that it has not told yet. */
  published: number | null
  target: number
  protocol: 'tcp' | 'udp' | 'sctp'
  mode: 'ingress' | 'host'
}

/** The engine's own `UpdateStatus`, with its time strings turned into UTC milliseconds. */
export type UpdateView = { state: string; message: string; startedAt: number | null; completedAt: number | null }

export type ImageView = {
  /** As the spec has it, without the digest. */
  name: string
  digest: string | null
}

/** A row of the topic `services`. `id` is the name, which is what URLs carry; `serviceId` is the engine's. */
export type ServiceRow = {
  id: string
  serviceId: string
  name: string
  stack: string | null
  mode: ServiceMode
  image: ImageView
  /** Tasks that should run now: replicas, or the nodes that a global service covers. */
  desiredTasks: number
  runningTasks: number
  health: Health
  /** Why the health is what it is, for the worst cause. */
  reason: Reason | null
  update: UpdateView | null
  ports: PortView[]
  updatedAt: number
}

export type ReferenceView = {
  id: string
  name: string
  /** The file's path in the container. */
  target: string
  uid: string
  gid: string
  /** File mode as a number: 0o444 is 292. */
  mode: number
}

export type MountView = {
  kind: string
  source: string | null
  target: string
  isReadOnly: boolean
}

export type ResourcesView = {
  limitNanoCpus: number | null
  limitMemoryBytes: number | null
  reservedNanoCpus: number | null
  reservedMemoryBytes: number | null
}

export type UpdatePolicyView = {
  order: 'start-first' | 'stop-first'
  /** 0 means all at once. */
  parallelism: number
  delayMs: number
  monitorMs: number
  failureAction: string
  maxFailureRatio: number
}

export type HealthcheckView = {
  test: string[]
  intervalMs: number | null
  timeoutMs: number | null
  startPeriodMs: number | null
  retries: number | null
}

/** The topic `service:NAME`. Environment values are not in it: they are asked for, and recorded, one service at a time. */
export type ServiceDetail = {
  row: ServiceRow
  createdAt: number
  /** Null for services that have no number to change (global, jobs). */
  replicas: number | null
  /** See lib/plan/digest.ts. */
  specDigest: string
  hasPreviousSpec: boolean
  command: string[]
  args: string[]
  user: string | null
  workingDir: string | null
  hostname: string | null
  environmentNames: string[]
  labels: Record<string, string>
  containerLabels: Record<string, string>
  mounts: MountView[]
  configs: ReferenceView[]
  secrets: ReferenceView[]
  networks: { id: string; name: string; aliases: string[] }[]
  constraints: string[]
  preferences: string[]
  maxReplicasPerNode: number | null
  resources: ResourcesView
  healthcheck: HealthcheckView | null
  updatePolicy: UpdatePolicyView
  rollbackPolicy: UpdatePolicyView
  restartCondition: string | null
  stopGraceMs: number | null
  logDriver: string | null
  tasks: TaskRow[]
  /** For the tiles: every node that may show tasks, so that an empty node is seen too. */
  nodes: { id: string; hostname: string; isAvailable: boolean }[]
}

/** The answer of `GET /api/services/NAME/environment`. */
export type EnvironmentView = { variables: { name: string; value: string | null }[] }
