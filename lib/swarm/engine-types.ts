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

export type DriverSpec = { Name?: string; Options?: Record<string, string> }

export type Mount = {
  Type?: string
  Source?: string
  Target: string
  ReadOnly?: boolean
  Consistency?: string
  BindOptions?: { Propagation?: string; NonRecursive?: boolean }
  VolumeOptions?: { NoCopy?: boolean; Subpath?: string; DriverConfig?: DriverSpec; Labels?: Record<string, string> }
  TmpfsOptions?: { SizeBytes?: number; Mode?: number; Options?: string[][] }
  ClusterOptions?: object
}

/** Times in nanoseconds. */
export type Healthcheck = {
  Test?: string[]
  Interval?: number
  Timeout?: number
  StartPeriod?: number
  StartInterval?: number
  Retries?: number
}

/** What is null is as good as absent. `Config` is the ID of a config. */
export type Privileges = {
  CredentialSpec?: { Config?: string; File?: string; Registry?: string } | null
  SELinuxContext?: { Disable?: boolean; User?: string; Role?: string; Type?: string; Level?: string } | null
  NoNewPrivileges?: boolean
  Seccomp?: { Mode?: string; Profile?: string }
  AppArmor?: { Mode?: string }
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
  Groups?: string[]
  Privileges?: Privileges
  Init?: boolean
  StopSignal?: string
  TTY?: boolean
  OpenStdin?: boolean
  ReadOnly?: boolean
  Mounts?: Mount[]
  StopGracePeriod?: number
  Healthcheck?: Healthcheck
  /** `IP host`. */
  Hosts?: string[]
  DNSConfig?: { Nameservers?: string[]; Search?: string[]; Options?: string[] }
  Secrets?: SecretReference[]
  Configs?: ConfigReference[]
  Isolation?: string
  Sysctls?: Record<string, string>
  CapabilityAdd?: string[]
  CapabilityDrop?: string[]
  Ulimits?: { Name?: string; Soft?: number; Hard?: number }[]
  OomScoreAdj?: number
}

export type Resources = {
  NanoCPUs?: number
  MemoryBytes?: number
  Pids?: number
  GenericResources?: {
    DiscreteResourceSpec?: { Kind?: string; Value?: number }
    NamedResourceSpec?: { Kind?: string; Value?: string }
  }[]
}

export type NetworkAttachment = { Target: string; Aliases?: string[]; DriverOpts?: Record<string, string> }

export type TaskSpec = {
  ContainerSpec?: ContainerSpec
  Resources?: { Limits?: Resources; Reservations?: Resources; SwapBytes?: number; MemorySwappiness?: number }
  RestartPolicy?: { Condition?: string; Delay?: number; MaxAttempts?: number; Window?: number }
  Placement?: {
    Constraints?: string[]
    Preferences?: { Spread?: { SpreadDescriptor?: string } }[]
    MaxReplicas?: number
    /** What image resolution found. */
    Platforms?: { Architecture?: string; OS?: string }[]
  }
  Networks?: NetworkAttachment[]
  LogDriver?: DriverSpec
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
  EnableIPv6?: boolean
  Labels?: Record<string, string> | null
  Options?: Record<string, string> | null
  IPAM?: {
    Driver?: string
    Options?: Record<string, string> | null
    Config?: { Subnet?: string; Gateway?: string; IPRange?: string }[] | null
  }
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
