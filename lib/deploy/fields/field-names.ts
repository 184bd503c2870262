import { cpusText, durationText, listText, plainText, sizeText, wordsText } from './field-text'

type FieldName = { path: string; text: (value: unknown) => string }

const plain = (path: string): FieldName => ({ path, text: plainText })
const list = (path: string): FieldName => ({ path, text: listText })
const words = (path: string): FieldName => ({ path, text: wordsText })
const duration = (path: string): FieldName => ({ path, text: durationText })
const cpus = (path: string): FieldName => ({ path, text: cpusText })
const size = (path: string): FieldName => ({ path, text: sizeText })

/** The engine's path of a field and what a stack file calls it. What is not here keeps the engine's path. */
export const fieldNames: Readonly<Record<string, FieldName>> = {
  Name: plain('name'),
  'TaskTemplate.ContainerSpec.Image': plain('image'),
  'TaskTemplate.ContainerSpec.Command': words('entrypoint'),
  'TaskTemplate.ContainerSpec.Args': words('command'),
  'TaskTemplate.ContainerSpec.Hostname': plain('hostname'),
  'TaskTemplate.ContainerSpec.User': plain('user'),
  'TaskTemplate.ContainerSpec.Dir': plain('working_dir'),
  'TaskTemplate.ContainerSpec.TTY': plain('tty'),
  'TaskTemplate.ContainerSpec.OpenStdin': plain('stdin_open'),
  'TaskTemplate.ContainerSpec.ReadOnly': plain('read_only'),
  'TaskTemplate.ContainerSpec.Init': plain('init'),
  'TaskTemplate.ContainerSpec.Isolation': plain('isolation'),
  'TaskTemplate.ContainerSpec.StopSignal': plain('stop_signal'),
  'TaskTemplate.ContainerSpec.StopGracePeriod': duration('stop_grace_period'),
  'TaskTemplate.ContainerSpec.Hosts': list('extra_hosts'),
  'TaskTemplate.ContainerSpec.DNSConfig': plain('dns'),
  'TaskTemplate.ContainerSpec.DNSConfig.Nameservers': list('dns'),
  'TaskTemplate.ContainerSpec.DNSConfig.Search': list('dns_search'),
  'TaskTemplate.ContainerSpec.CapabilityAdd': list('cap_add'),
  'TaskTemplate.ContainerSpec.CapabilityDrop': list('cap_drop'),
  'TaskTemplate.ContainerSpec.Healthcheck': plain('healthcheck'),
  'TaskTemplate.ContainerSpec.Healthcheck.Test': words('healthcheck.test'),
  'TaskTemplate.ContainerSpec.Healthcheck.Interval': duration('healthcheck.interval'),
  'TaskTemplate.ContainerSpec.Healthcheck.Timeout': duration('healthcheck.timeout'),
  'TaskTemplate.ContainerSpec.Healthcheck.StartPeriod': duration('healthcheck.start_period'),
  'TaskTemplate.ContainerSpec.Healthcheck.StartInterval': duration('healthcheck.start_interval'),
  'TaskTemplate.ContainerSpec.Healthcheck.Retries': plain('healthcheck.retries'),
  'TaskTemplate.ContainerSpec.Privileges.CredentialSpec': plain('credential_spec'),
  'TaskTemplate.ContainerSpec.Privileges.CredentialSpec.Config': plain('credential_spec.config'),
  'TaskTemplate.ContainerSpec.Privileges.CredentialSpec.File': plain('credential_spec.file'),
  'TaskTemplate.ContainerSpec.Privileges.CredentialSpec.Registry': plain('credential_spec.registry'),
  'TaskTemplate.LogDriver': plain('logging'),
  'TaskTemplate.LogDriver.Name': plain('logging.driver'),
  'TaskTemplate.Resources.Limits': plain('deploy.resources.limits'),
  'TaskTemplate.Resources.Limits.NanoCPUs': cpus('deploy.resources.limits.cpus'),
  'TaskTemplate.Resources.Limits.MemoryBytes': size('deploy.resources.limits.memory'),
  'TaskTemplate.Resources.Limits.Pids': plain('deploy.resources.limits.pids'),
  'TaskTemplate.Resources.Reservations': plain('deploy.resources.reservations'),
  'TaskTemplate.Resources.Reservations.NanoCPUs': cpus('deploy.resources.reservations.cpus'),
  'TaskTemplate.Resources.Reservations.MemoryBytes': size('deploy.resources.reservations.memory'),
  'TaskTemplate.Resources.Reservations.GenericResources': list('deploy.resources.reservations.generic_resources'),
  'TaskTemplate.RestartPolicy': plain('deploy.restart_policy'),
  'TaskTemplate.RestartPolicy.Condition': plain('deploy.restart_policy.condition'),
  'TaskTemplate.RestartPolicy.Delay': duration('deploy.restart_policy.delay'),
  'TaskTemplate.RestartPolicy.MaxAttempts': plain('deploy.restart_policy.max_attempts'),
  'TaskTemplate.RestartPolicy.Window': duration('deploy.restart_policy.window'),
  'TaskTemplate.Placement.Constraints': list('deploy.placement.constraints'),
  'TaskTemplate.Placement.Preferences': { path: 'deploy.placement.preferences', text: preferencesText },
  'TaskTemplate.Placement.MaxReplicas': plain('deploy.placement.max_replicas_per_node'),
  'TaskTemplate.Placement.Platforms': { path: 'TaskTemplate.Placement.Platforms', text: platformsText },
  'EndpointSpec.Mode': plain('deploy.endpoint_mode'),
  ...updateNames('UpdateConfig', 'deploy.update_config'),
  ...updateNames('RollbackConfig', 'deploy.rollback_config'),
}

function updateNames(member: string, path: string): Record<string, FieldName> {
  return {
    [member]: plain(path),
    [`${member}.Parallelism`]: plain(`${path}.parallelism`),
    [`${member}.Delay`]: duration(`${path}.delay`),
    [`${member}.FailureAction`]: plain(`${path}.failure_action`),
    [`${member}.Monitor`]: duration(`${path}.monitor`),
    [`${member}.MaxFailureRatio`]: plain(`${path}.max_failure_ratio`),
    [`${member}.Order`]: plain(`${path}.order`),
  }
}

function preferencesText(value: unknown): string {
  if (!Array.isArray(value)) return plainText(value)
  return value.map((item) => plainText(item?.Spread?.SpreadDescriptor ?? item)).join(', ')
}

function platformsText(value: unknown): string {
  if (!Array.isArray(value)) return plainText(value)
  return value.map(({ OS = '', Architecture = '' }) => [OS, Architecture].filter(Boolean).join('/')).join(', ')
}
