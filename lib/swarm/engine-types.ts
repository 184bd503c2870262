/**
 * The engine's objects as `GET` answers them, as far as Skep reads them. PascalCase says that the data is the engine's.
 * Specs are sent back whole, so a spec keeps every field that the engine gave, also those not written here.
 * Source: moby/moby api/swagger.yaml.
 */
export type Version = { Index: number }

export type Meta = { Version: Version; CreatedAt: string; UpdatedAt: string }

export type Annotations = { Name: string; Labels?: Record<string, string> | null }

export type FileTarget = { Name: string; UID?: string; GID?: string; Mode?: number }

export type ConfigReference = { ConfigID: string; ConfigName: string; File?: FileTarget; Runtime?: object }

export type SecretReference = { SecretID: string; SecretName: string; File?: FileTarget }

export type Mount = {
  Type?: string
  Source?: string
  Target: string
  ReadOnly?: boolean
  VolumeOptions?: {
    DriverConfig?: { Name?: string; Options?: Record<string, string> }
    Labels?: Record<string, string>
  }
}

/** Times in nanoseconds. */
export type Healthcheck = {
  Test?: string[]
  Interval?: number
  Timeout?: number
  StartPeriod?: number
  Retries?: number
}

export type ContainerSpec = {
  Image?: string
  Labels?: Record<string, string>
  Command?: string[]
  Args?: string[]
  Hostname?: string
  Env?: string[]
  Dir?: string
  User?: string
  Mounts?: Mount[]
  StopGracePeriod?: number
  Healthcheck?: Healthcheck
  Secrets?: SecretReference[]
  Configs?: ConfigReference[]
}

export type Resources = { NanoCPUs?: number; MemoryBytes?: number }

export type NetworkAttachment = { Target: string; Aliases?: string[] }

export type TaskSpec = {
  ContainerSpec?: ContainerSpec
  Resources?: { Limits?: Resources; Reservations?: Resources }
  RestartPolicy?: { Condition?: string; Delay?: number; MaxAttempts?: number }
  Placement?: {
    Constraints?: string[]
    Preferences?: { Spread?: { SpreadDescriptor?: string } }[]
    MaxReplicas?: number
  }
  Networks?: NetworkAttachment[]
  LogDriver?: { Name?: string }
  ForceUpdate?: number
  Runtime?: string
}

export type ServiceModeSpec = {
  Replicated?: { Replicas?: number }
  Global?: object
  ReplicatedJob?: { MaxConcurrent?: number; TotalCompletions?: number }
  GlobalJob?: object
}

/** Delay and Monitor in nanoseconds. */
export type UpdateConfig = {
  Parallelism?: number
  Delay?: number
  FailureAction?: string
  Monitor?: number
  MaxFailureRatio?: number
  Order?: string
}

export type PortConfig = {
  Name?: string
  Protocol?: string
  TargetPort?: number
  PublishedPort?: number
  PublishMode?: string
}

export type ServiceSpec = Annotations & {
  TaskTemplate: TaskSpec
  Mode?: ServiceModeSpec
  UpdateConfig?: UpdateConfig
  RollbackConfig?: UpdateConfig
  Networks?: NetworkAttachment[]
  EndpointSpec?: { Mode?: string; Ports?: PortConfig[] }
}

export type Service = Meta & {
  ID: string
  Spec: ServiceSpec
  PreviousSpec?: ServiceSpec
  Endpoint?: { Ports?: PortConfig[] }
  UpdateStatus?: { State?: string; StartedAt?: string; CompletedAt?: string; Message?: string }
  JobStatus?: { JobIteration?: Version; LastExecution?: string }
}

export type Task = Meta & {
  ID: string
  Name?: string
  Labels?: Record<string, string>
  Spec: TaskSpec
  ServiceID?: string
  Slot?: number
  NodeID?: string
  Status: {
    Timestamp: string
    State: string
    Message?: string
    Err?: string
    ContainerStatus?: { ContainerID?: string; PID?: number; ExitCode?: number }
  }
  DesiredState: string
  /** Of a job's run. */
  JobIteration?: Version
}

export type NodeSpec = { Name?: string; Labels?: Record<string, string>; Role: string; Availability: string }

export type Node = Meta & {
  ID: string
  Spec: NodeSpec
  Description: {
    Hostname: string
    Platform?: { Architecture?: string; OS?: string }
    Resources?: Resources
    Engine?: { EngineVersion?: string; Labels?: Record<string, string>; Plugins?: { Type: string; Name: string }[] }
  }
  Status: { State: string; Message?: string; Addr?: string }
  ManagerStatus?: { Leader?: boolean; Reachability?: string; Addr?: string }
}

/** Networks have no version index. */
export type Network = {
  Id: string
  Name: string
  Created: string
  Scope: string
  Driver: string
  Internal?: boolean
  Attachable?: boolean
  Ingress?: boolean
  Labels?: Record<string, string> | null
  Options?: Record<string, string> | null
  IPAM?: { Config?: { Subnet?: string; Gateway?: string }[] | null }
}

export type Driver = { Name: string; Options?: Record<string, string> }

/** A config without its content: the body is dropped as it is read, only what the pages show of it is kept. */
export type Config = Meta & {
  ID: string
  Spec: Annotations & { Templating?: Driver }
  Content: { SizeBytes: number; Sha256: string; Format: string } | null
}

export type Secret = Meta & { ID: string; Spec: Annotations & { Driver?: Driver; Templating?: Driver } }

/** The part of `GET /info` and `GET /version` that tells how this engine stands in its swarm. */
export type EngineInfo = {
  swarmId: string | null
  nodeId: string | null
  nodeName: string
  engineVersion: string
  apiVersion: string
  /** inactive, pending, active, error, locked */
  localNodeState: string
  isManager: boolean
  /** Not empty without a quorum, although everything else then still looks well. */
  error: string
  addresses: string[]
  /** The engine's clock, as it writes it. */
  systemTime: string
}
