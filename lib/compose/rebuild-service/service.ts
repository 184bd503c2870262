import { stackLabel } from '@/lib/compose/convert/body-values'
import type { ReportServiceLoss } from '@/lib/compose/rebuild/loss'
import type { StackKeys } from '@/lib/compose/rebuild/stack-keys'
import { labelsTree, optionsTree } from '@/lib/compose/write/printed-map'
import { type Branch, branch, type Tree } from '@/lib/compose/write/tree'
import { commandTree, durationText, modeTree } from '@/lib/compose/write/value-texts'
import type { FileTarget, ServiceSpec } from '@/lib/swarm/engine-types'
import { attachmentsTree } from './attachments'
import { capabilityTrees, dnsTrees, environmentTree, healthcheckTree, hostsTree, ulimitsTree } from './container-fields'
import { deployTree } from './deploy'
import { mountTree } from './mounts'
import { portTrees } from './ports'
import { rebuiltImage } from './rebuilt-image'

/** A service of the file, its keys in the order in which people write them. */
export function serviceTree(spec: ServiceSpec, key: string, keys: StackKeys, report: ReportServiceLoss): Branch {
  const { TaskTemplate, EndpointSpec } = spec
  const container = TaskTemplate.ContainerSpec ?? {}
  const { LogDriver } = TaskTemplate
  const ports = EndpointSpec?.Ports ?? []
  if (TaskTemplate.ForceUpdate) report('force_update', null, { count: TaskTemplate.ForceUpdate })
  for (const { Name } of ports) if (Name) report('port_name', 'EndpointSpec.Ports', { name: Name })
  return branch({
    image: rebuiltImage(spec, report),
    hostname: container.Hostname || undefined,
    user: container.User || undefined,
    working_dir: container.Dir || undefined,
    entrypoint: container.Command?.length ? commandTree(container.Command) : undefined,
    command: container.Args?.length ? commandTree(container.Args) : undefined,
    ...processTrees(spec),
    environment: environmentTree(container.Env ?? [], report),
    labels: labelsTree(container.Labels, [stackLabel]),
    ports: ports.length > 0 ? portTrees(ports) : undefined,
    networks: attachmentsTree(spec, key, keys, report),
    ...dnsTrees(container, report),
    extra_hosts: hostsTree(container.Hosts ?? []),
    volumes: container.Mounts?.length
      ? container.Mounts.map((mount) => mountTree(mount, keys.volume, report))
      : undefined,
    ...referenceTrees(spec, keys),
    credential_spec: credentialSpecTree(spec, keys),
    ...capabilityTrees(container, report),
    sysctls: optionsTree(container.Sysctls),
    ulimits: ulimitsTree(container.Ulimits ?? []),
    logging: LogDriver && branch({ driver: LogDriver.Name || undefined, options: optionsTree(LogDriver.Options) }),
    healthcheck: container.Healthcheck && healthcheckTree(container.Healthcheck),
    deploy: deployTree(spec, report),
  })
}

function processTrees({ TaskTemplate }: ServiceSpec): Record<string, Tree | undefined> {
  const { ContainerSpec: container = {} } = TaskTemplate
  const { Isolation, StopGracePeriod } = container
  return {
    init: container.Init,
    tty: container.TTY || undefined,
    stdin_open: container.OpenStdin || undefined,
    read_only: container.ReadOnly || undefined,
    stop_signal: container.StopSignal || undefined,
    stop_grace_period: StopGracePeriod === undefined ? undefined : durationText(StopGracePeriod),
    isolation: Isolation === 'default' ? undefined : Isolation || undefined,
  }
}

/** The config that is the credential spec has a reference of its own, which the CLI makes again. */
function referenceTrees({ TaskTemplate }: ServiceSpec, keys: StackKeys): Record<string, Tree | undefined> {
  const { Configs = [], Secrets = [] } = TaskTemplate.ContainerSpec ?? {}
  const configs = Configs.flatMap(({ ConfigName, File }) => (File ? referenceTree(keys.config(ConfigName), File) : []))
  const secrets = Secrets.map(({ SecretName, File }) => referenceTree(keys.secret(SecretName), File ?? { Name: '' }))
  return {
    configs: configs.length > 0 ? configs : undefined,
    secrets: secrets.length > 0 ? secrets : undefined,
  }
}

function referenceTree(key: string, { Name, UID = '0', GID = '0', Mode = 0 }: FileTarget): Tree {
  const options = {
    target: Name === key || Name === '' ? undefined : Name,
    uid: UID === '0' ? undefined : UID,
    gid: GID === '0' ? undefined : GID,
    mode: Mode === 0o444 ? undefined : modeTree(Mode),
  }
  const isShort = Object.values(options).every((option) => option === undefined)
  return isShort ? key : branch({ source: key, ...options })
}

function credentialSpecTree({ TaskTemplate }: ServiceSpec, keys: StackKeys): Tree | undefined {
  const { Privileges, Configs = [] } = TaskTemplate.ContainerSpec ?? {}
  const spec = Privileges?.CredentialSpec
  if (!spec) return undefined
  const config = Configs.find(({ ConfigID }) => ConfigID === spec.Config)
  return branch({
    config: config ? keys.config(config.ConfigName) : spec.Config || undefined,
    file: spec.File || undefined,
    registry: spec.Registry || undefined,
  })
}
