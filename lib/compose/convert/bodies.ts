/**
 * The bodies that `docker stack deploy` sends, with the engine's field names. Absent, null and empty differ: the
 * orchestrator compares specs deeply, and restarts tasks for a difference. Whole numbers are bigint only where a number
 * would lose digits; bodyJson() writes both.
 */
export type Int64 = number | bigint

export type Labels = Record<string, string>

export type NetworkBody = {
  Name: string
  Driver: string
  Scope: ''
  IPAM: { Driver: string; Options: null; Config: { Subnet?: string }[] | null } | null
  Internal: boolean
  Attachable: boolean
  Ingress: false
  ConfigOnly: false
  ConfigFrom: null
  Options: Record<string, string> | null
  Labels: Labels
  /** Only for engines older than API 1.44. */
  CheckDuplicate?: true
}

export type DriverBody = { Name?: string; Options?: Record<string, string> }

/** Of a secret or config. `Data` is base64, and absent for an empty file. */
export type DataObjectBody = {
  Name: string
  Labels: Labels
  Data?: string
  Driver?: { Name: string; Options?: Record<string, string> }
  Templating?: { Name: string }
}

export type FileTargetBody = { Name: string; UID: string; GID: string; Mode: number }

/** IDs are empty until withObjectIds() fills them in. */
export type SecretReferenceBody = { File: FileTargetBody; SecretID: string; SecretName: string }
export type ConfigReferenceBody = { File?: FileTargetBody; Runtime?: object; ConfigID: string; ConfigName: string }

export type MountBody = {
  Type?: string
  Source?: string
  Target?: string
  ReadOnly?: true
  Consistency?: string
  BindOptions?: { Propagation?: string }
  VolumeOptions?: { NoCopy?: true; Labels?: Labels; Subpath?: string; DriverConfig?: DriverBody }
  TmpfsOptions?: { SizeBytes?: Int64 }
  ClusterOptions?: object
}

export type HealthcheckBody = {
  Test?: string[]
  Interval?: Int64
  Timeout?: Int64
  StartPeriod?: Int64
  StartInterval?: Int64
  Retries?: Int64
}

export type ContainerBody = {
  Image: string
  Labels: Labels
  Command?: string[]
  Args?: string[]
  Hostname?: string
  Env?: string[]
  Dir?: string
  User?: string
  Privileges: {
    /** `Config` is the name of a config until withObjectIds() makes it an ID. */
    CredentialSpec: { Config: string; File: string; Registry: string } | null
    SELinuxContext: null
    NoNewPrivileges: false
  }
  Init?: boolean
  StopSignal?: string
  TTY?: true
  OpenStdin?: true
  ReadOnly?: true
  Mounts?: MountBody[]
  StopGracePeriod?: Int64
  Healthcheck?: HealthcheckBody
  Hosts?: string[]
  DNSConfig?: { Nameservers?: string[]; Search?: string[] }
  Secrets?: SecretReferenceBody[]
  Configs?: ConfigReferenceBody[]
  Isolation?: string
  Sysctls?: Record<string, string>
  CapabilityAdd?: string[]
  CapabilityDrop?: string[]
  Ulimits?: { Name: string; Hard: Int64; Soft: Int64 }[]
}

export type GenericResourceBody = { DiscreteResourceSpec?: { Kind?: string; Value?: Int64 } }

export type ResourcesBody = {
  Limits?: { NanoCPUs?: Int64; MemoryBytes?: Int64; Pids?: Int64 }
  Reservations?: { NanoCPUs?: Int64; MemoryBytes?: Int64; GenericResources?: GenericResourceBody[] }
}

export type RestartPolicyBody = { Condition?: string; Delay?: Int64; MaxAttempts?: Int64; Window?: Int64 }

export type PlacementBody = {
  Constraints?: string[]
  Preferences?: { Spread: { SpreadDescriptor: string } }[]
  MaxReplicas?: Int64
  /** Of the image, as a registry tells them. */
  Platforms?: { Architecture?: string; OS?: string }[]
}

export type AttachmentBody = { Target: string; Aliases?: string[]; DriverOpts?: Record<string, string> }

export type UpdateBody = {
  Parallelism: Int64
  Delay?: Int64
  FailureAction?: string
  Monitor?: Int64
  MaxFailureRatio: number
  Order: string
}

export type ModeBody =
  | { Replicated: { Replicas?: Int64 } }
  | { Global: object }
  | { ReplicatedJob: { MaxConcurrent?: Int64; TotalCompletions?: Int64 } }
  | { GlobalJob: object }

export type PortBody = { Protocol?: string; TargetPort?: number; PublishedPort?: number; PublishMode?: string }

export type ServiceBody = {
  Name: string
  Labels: Labels
  TaskTemplate: {
    ContainerSpec: ContainerBody
    Resources: ResourcesBody
    RestartPolicy?: RestartPolicyBody
    Placement: PlacementBody
    Networks: AttachmentBody[]
    LogDriver?: DriverBody
    ForceUpdate: number
  }
  Mode: ModeBody
  UpdateConfig?: UpdateBody
  RollbackConfig?: UpdateBody
  EndpointSpec: { Mode?: string; Ports?: PortBody[] }
}
