import type {
  Config,
  ContainerSpec,
  PortConfig,
  Secret,
  Service,
  ServiceModeSpec,
  ServiceSpec,
  TaskSpec,
  UpdateConfig,
} from '@/lib/swarm/engine-types'
import { labelsOf, meta } from './meta'

type Wish = {
  Name: string
  stack?: string
  labels?: Record<string, string>
  /** Replicated with this many replicas, unless `mode` says otherwise. */
  replicas?: number
  mode?: ServiceModeSpec
  configs?: Config[]
  secrets?: Secret[]
  ports?: PortConfig[]
  /** In Go's nanoseconds, as the engine has it. */
  update?: UpdateConfig
  rollback?: UpdateConfig
  container?: ContainerSpec
  template?: Partial<TaskSpec>
  previous?: ServiceSpec
  status?: Service['UpdateStatus']
  index?: number
}

/** A service named by its own name: its ID is `service-NAME`. One replica of `shop/api:1` unless asked otherwise. */
export function service(wish: Wish): Service {
  return {
    ID: `service-${wish.Name}`,
    ...meta(wish.index),
    Spec: specOf(wish),
    ...(wish.previous && { PreviousSpec: wish.previous }),
    ...(wish.status && { UpdateStatus: wish.status }),
    ...(wish.ports && { Endpoint: { Ports: wish.ports } }),
  }
}

function specOf(wish: Wish): ServiceSpec {
  return {
    Name: wish.Name,
    Labels: labelsOf(wish.stack, wish.labels),
    TaskTemplate: { ContainerSpec: containerOf(wish), ForceUpdate: 0, Runtime: 'container', ...wish.template },
    Mode: wish.mode ?? { Replicated: { Replicas: wish.replicas ?? 1 } },
    ...(wish.update && { UpdateConfig: wish.update }),
    ...(wish.rollback && { RollbackConfig: wish.rollback }),
    EndpointSpec: { Mode: 'vip', ...(wish.ports && { Ports: wish.ports }) },
  }
}

function containerOf({ configs, secrets, container }: Wish): ContainerSpec {
  return {
    Image: 'shop/api:1',
    ...(configs && { Configs: configs.map(configReference) }),
    ...(secrets && { Secrets: secrets.map(secretReference) }),
    ...container,
  }
}

export function configReference({ ID, Spec }: Config) {
  return { ConfigID: ID, ConfigName: Spec.Name, File: { Name: `/${Spec.Name}`, UID: '0', GID: '0', Mode: 0o444 } }
}

export function secretReference({ ID, Spec }: Secret) {
  return { SecretID: ID, SecretName: Spec.Name, File: { Name: Spec.Name, UID: '0', GID: '0', Mode: 0o444 } }
}
