import { bodyJson } from '@/lib/compose/convert/body-values'
import type {
  ContainerSpec,
  Mount,
  PortConfig,
  ServiceModeSpec,
  ServiceSpec,
  TaskSpec,
  UpdateConfig,
} from '@/lib/swarm/engine-types'
import { withoutNewerFields } from './newer-fields'
import { withoutZeros } from './without-zeros'

export type StoredFormContext = {
  /** A network's name for its ID or name. */
  networkName: (target: string) => string
  /** For a spec that is yet to be sent: the API version it is sent with, since the engine drops what that lacks. */
  sentWith?: string
}

/**
 * A service's spec as the engine stores it, in one form for what it gave and for what a client would send: the engine's
 * defaults are filled in, and objects are named instead of given by ID. Two specs are the same for the engine, and an
 * update from one to the other changes nothing and restarts nothing, if and only if these forms are the same JSON. Only
 * for comparing: it has no IDs. Of all lists, only the order of constraints does not matter: any other restarts tasks.
 * Source: moby, daemon/cluster/convert/service.go; each rule measured on 20.10 and 28.5.
 */
export function storedForm(spec: object, { networkName, sentWith }: StoredFormContext): ServiceSpec {
  // Numbers as large as they get lose their last digits, as those have that the engine answered with.
  const read: ServiceSpec = JSON.parse(bodyJson(spec))
  const clean = withoutZeros(read)
  const given = sentWith === undefined ? clean : withoutNewerFields(clean, sentWith)
  const named = <T extends { Target: string }>(attachments: T[]) =>
    attachments.map((attachment) => ({ ...attachment, Target: networkName(attachment.Target) }))
  return {
    ...given,
    TaskTemplate: {
      ...storedTask(given.TaskTemplate),
      ...(given.TaskTemplate.Networks && { Networks: named(given.TaskTemplate.Networks) }),
    },
    ...(given.Networks && { Networks: named(given.Networks) }),
    Mode: storedMode(given.Mode ?? {}),
    ...(given.UpdateConfig && { UpdateConfig: storedUpdate(given.UpdateConfig) }),
    ...(given.RollbackConfig && { RollbackConfig: storedUpdate(given.RollbackConfig) }),
    ...(given.EndpointSpec && { EndpointSpec: storedEndpoint(given.EndpointSpec) }),
  }
}

function storedTask(task: TaskSpec): TaskSpec {
  const { ContainerSpec, RestartPolicy, Placement } = task
  return {
    ...task,
    ...(ContainerSpec && { ContainerSpec: storedContainer(ContainerSpec), Runtime: task.Runtime ?? 'container' }),
    ...(RestartPolicy && { RestartPolicy: { Condition: 'any', MaxAttempts: 0, ...RestartPolicy } }),
    ...(Placement?.Constraints && { Placement: { ...Placement, Constraints: Placement.Constraints.toSorted() } }),
  }
}

const isolations = ['default', 'process', 'hyperv']

function storedContainer(container: ContainerSpec): ContainerSpec {
  const { Secrets, Configs, Mounts, Privileges } = container
  const isolation = container.Isolation?.toLowerCase() ?? ''
  const spec = Privileges?.CredentialSpec
  const config = Configs?.find(({ ConfigID }) => ConfigID !== undefined && ConfigID === spec?.Config)
  return {
    ...container,
    Isolation: isolations.includes(isolation) ? isolation : 'default',
    ...(Secrets && { Secrets: Secrets.map(withoutId) }),
    ...(Configs && { Configs: Configs.map(withoutId) }),
    ...(Mounts && { Mounts: Mounts.map(storedMount) }),
    ...(config && { Privileges: { ...Privileges, CredentialSpec: { ...spec, Config: config.ConfigName } } }),
  }
}

/** An ID that is empty is as good as none. */
function withoutId<T extends { SecretID?: string; ConfigID?: string }>(reference: T): T {
  const copy = { ...reference }
  delete copy.SecretID
  delete copy.ConfigID
  return copy
}

function storedMount(given: Mount): Mount {
  const mount = { ...given }
  delete mount.Consistency
  delete mount.ClusterOptions
  delete mount.BindOptions
  const { BindOptions } = given
  const bind = BindOptions?.NonRecursive ? { Propagation: 'rprivate', ...BindOptions } : BindOptions
  return {
    ...mount,
    // The first of the kinds is bind, so that is what no kind means.
    Type: mount.Type?.toLowerCase() ?? 'bind',
    ...(bind?.Propagation && { BindOptions: { ...bind, Propagation: bind.Propagation.toLowerCase() } }),
  }
}

function storedMode({ Replicated, Global, ReplicatedJob, GlobalJob }: ServiceModeSpec): ServiceModeSpec {
  if (Global) return { Global }
  if (GlobalJob) return { GlobalJob }
  if (ReplicatedJob) return { ReplicatedJob: { MaxConcurrent: 1, TotalCompletions: 1, ...ReplicatedJob } }
  return { Replicated: { Replicas: 1, ...Replicated } }
}

function storedUpdate(config: UpdateConfig): UpdateConfig {
  return { Parallelism: 0, FailureAction: 'pause', MaxFailureRatio: 0, Order: 'stop-first', ...config }
}

function storedEndpoint({ Mode, Ports, ...rest }: NonNullable<ServiceSpec['EndpointSpec']>) {
  return { ...rest, Mode: Mode ?? 'vip', ...(Ports && { Ports: Ports.map(storedPort) }) }
}

/** What the engine does not know becomes TCP, or ingress. */
function storedPort(port: PortConfig): PortConfig {
  const protocol = port.Protocol?.toLowerCase() ?? ''
  return {
    ...port,
    Protocol: ['tcp', 'udp', 'sctp'].includes(protocol) ? protocol : 'tcp',
    PublishMode: port.PublishMode?.toLowerCase() === 'host' ? 'host' : 'ingress',
  }
}
