import type { Place } from '@/lib/compose/place'

/** Nothing differs from an empty list or mapping in what the engine is sent, so both are told apart where it matters. */
export type PortModel = { mode: string; target: number; published: number; protocol: string; place: Place }

export type VolumeModel = {
  type: string
  source: string
  target: string
  isReadOnly: boolean
  consistency: string
  bind: { propagation: string } | null
  volume: { isNoCopy: boolean; subpath: string } | null
  tmpfs: { sizeBytes: bigint } | null
  place: Place
}

/** A service's use of a secret or config. */
export type ReferenceModel = {
  source: string
  target: string
  uid: string
  gid: string
  mode: number | null
  place: Place
}

export type AttachmentModel = { aliases: string[]; driverOptions: Map<string, string> | null }

export type UlimitModel = { single: bigint; soft: bigint; hard: bigint }

export type LoggingModel = { driver: string; options: Map<string, string> | null }

export type HealthcheckModel = {
  test: string[]
  timeout: bigint | null
  interval: bigint | null
  startPeriod: bigint | null
  startInterval: bigint | null
  retries: bigint | null
  isDisabled: boolean
}

/** Times in nanoseconds. */
export type UpdateModel = {
  parallelism: bigint | null
  delay: bigint
  failureAction: string
  monitor: bigint
  maxFailureRatio: number
  order: string
}

export type GenericResourceModel = { kind: string; value: bigint } | null

export type LimitsModel = { cpus: string; memoryBytes: bigint; pids: bigint }

export type ReservationsModel = { cpus: string; memoryBytes: bigint; genericResources: GenericResourceModel[] }

export type RestartPolicyModel = {
  condition: string
  delay: bigint | null
  maxAttempts: bigint | null
  window: bigint | null
}

export type DeployModel = {
  mode: string
  replicas: bigint | null
  labels: Map<string, string>
  updateConfig: UpdateModel | null
  rollbackConfig: UpdateModel | null
  limits: LimitsModel | null
  reservations: ReservationsModel | null
  restartPolicy: RestartPolicyModel | null
  constraints: string[]
  preferences: string[]
  maxReplicas: bigint
  endpointMode: string
}

/** A service as the CLI holds it: an empty text is one that is not given, null is a pointer that is nil. */
export type ServiceModel = {
  name: string
  image: string
  hostname: string
  user: string
  workingDir: string
  isolation: string
  stopSignal: string
  restart: string
  isTty: boolean
  isStdinOpen: boolean
  isReadOnly: boolean
  init: boolean | null
  stopGracePeriod: bigint | null
  command: string[]
  entrypoint: string[]
  capAdd: string[]
  capDrop: string[]
  dns: string[] | null
  dnsSearch: string[] | null
  /** `host:ip`. */
  extraHosts: string[]
  environment: Map<string, string | null>
  labels: Map<string, string>
  sysctls: Map<string, string>
  ulimits: Map<string, UlimitModel>
  logging: LoggingModel | null
  credentialSpec: { config: string; file: string; registry: string }
  healthcheck: HealthcheckModel | null
  networks: Map<string, AttachmentModel | null>
  ports: PortModel[] | null
  volumes: VolumeModel[] | null
  secrets: ReferenceModel[] | null
  configs: ReferenceModel[] | null
  deploy: DeployModel
}

export type NetworkModel = {
  name: string
  driver: string
  driverOptions: Map<string, string> | null
  ipam: { driver: string; subnets: string[] }
  isExternal: boolean
  isInternal: boolean
  isAttachable: boolean
  labels: Map<string, string>
}

export type NamedVolumeModel = {
  name: string
  driver: string
  driverOptions: Map<string, string> | null
  isExternal: boolean
  labels: Map<string, string>
}

/** A secret or config. `file` is an absolute path. */
export type DataObjectModel = {
  name: string
  file: string
  isExternal: boolean
  labels: Map<string, string>
  driver: string
  driverOptions: Map<string, string> | null
  templateDriver: string
}

export type StackModel = {
  services: Map<string, ServiceModel>
  networks: Map<string, NetworkModel>
  volumes: Map<string, NamedVolumeModel>
  secrets: Map<string, DataObjectModel>
  configs: Map<string, DataObjectModel>
}
