import type {
  ContainerSpec,
  FileTarget,
  Mount,
  NetworkAttachment,
  PortConfig,
  ServiceModeSpec,
  ServiceSpec,
} from '@/lib/swarm/engine-types'
import { modeText, plainText } from './field-text'

/** One field of a spec as a person reads it. `isSecret`: its value is not told without being asked for. */
export type Field = { path: string; text: string; isSecret: boolean }

/** Parts of a spec whose entries go by a name of their own rather than by their place. */
export const fieldGroups: Readonly<Record<string, (form: ServiceSpec) => Field[]>> = {
  Labels: ({ Labels }) => texts('deploy.labels', Labels),
  'TaskTemplate.ContainerSpec.Labels': (form) => texts('labels', containerOf(form).Labels),
  'TaskTemplate.ContainerSpec.Sysctls': (form) => texts('sysctls', containerOf(form).Sysctls),
  'TaskTemplate.ContainerSpec.Env': (form) => (containerOf(form).Env ?? []).map(variableField),
  'TaskTemplate.ContainerSpec.Secrets': (form) =>
    (containerOf(form).Secrets ?? []).map(({ SecretName, File }) => fileField('secrets', SecretName, File)),
  'TaskTemplate.ContainerSpec.Configs': (form) =>
    (containerOf(form).Configs ?? []).map(({ ConfigName, File }) => fileField('configs', ConfigName, File)),
  'TaskTemplate.ContainerSpec.Mounts': (form) => (containerOf(form).Mounts ?? []).flatMap(mountFields),
  'TaskTemplate.ContainerSpec.Ulimits': (form) =>
    (containerOf(form).Ulimits ?? []).map(({ Name = '', Soft = 0, Hard = 0 }) =>
      field(`ulimits.${Name}`, `${Soft}:${Hard}`),
    ),
  'TaskTemplate.LogDriver.Options': ({ TaskTemplate: { LogDriver } }) =>
    optionFields('logging.options', LogDriver?.Options),
  'TaskTemplate.Networks': ({ TaskTemplate: { Networks = [] } }) => Networks.flatMap(networkFields),
  Networks: ({ Networks = [] }) => Networks.flatMap(networkFields),
  'EndpointSpec.Ports': ({ EndpointSpec }) => portFields(EndpointSpec?.Ports ?? []),
  Mode: ({ Mode }) => modeFields(Mode ?? {}),
}

function containerOf({ TaskTemplate }: ServiceSpec): ContainerSpec {
  return TaskTemplate.ContainerSpec ?? {}
}

function field(path: string, text: string): Field {
  return { path, text, isSecret: false }
}

function texts(path: string, values: Record<string, string> | null = {}): Field[] {
  return Object.entries(values ?? {}).map(([key, value]) => field(`${path}.${key}`, value))
}

/** Options of drivers may hold passwords: of a file server, of a log collector. */
function optionFields(path: string, options: Record<string, string> = {}): Field[] {
  return Object.entries(options).map(([key, text]) => ({
    path: `${path}.${key}`,
    text,
    isSecret: /^o$|pass|secret|token|credential|key/i.test(key),
  }))
}

function variableField(text: string): Field {
  const sign = text.indexOf('=')
  const name = sign < 0 ? text : text.slice(0, sign)
  return { path: `environment.${name}`, text: sign < 0 ? '' : text.slice(sign + 1), isSecret: true }
}

/** By its path in the container, so that another version in the same place is a change and not two. */
function fileField(kind: 'secrets' | 'configs', name: string, file: FileTarget | undefined): Field {
  if (!file) return field(`${kind}.${name}`, name)
  const { Name, UID = '0', GID = '0', Mode = 0 } = file
  const owner = UID === '0' && GID === '0' ? [] : [`${UID}:${GID}`]
  const mode = Mode === 0o444 ? [] : [modeText(Mode)]
  return field(`${kind}.${Name}`, [name, ...owner, ...mode].join(' '))
}

function mountFields({ Type, Source, Target, ReadOnly, VolumeOptions, ...rest }: Mount): Field[] {
  const path = `volumes.${Target ?? ''}`
  const { Labels, DriverConfig, ...volume } = VolumeOptions ?? {}
  const kind = Type === 'volume' ? [] : [Type ?? '']
  const source = [...kind, ...(Source ? [Source] : [])].join(' ') || 'volume'
  return [
    field(path, ReadOnly ? `${source} (ro)` : source),
    ...(VolumeOptions && Object.keys(VolumeOptions).length === 0 ? [field(`${path}.volume`, '{}')] : []),
    ...Object.entries(volume).map(([key, value]) => field(`${path}.volume.${key}`, plainText(value))),
    ...texts(`${path}.volume.labels`, Labels),
    ...(DriverConfig ? [field(`${path}.volume.driver`, DriverConfig.Name ?? '')] : []),
    ...optionFields(`${path}.volume.driver_opts`, DriverConfig?.Options),
    ...Object.entries(rest).map(([key, value]) => field(`${path}.${key}`, plainText(value))),
  ]
}

function networkFields({ Target, Aliases = [], DriverOpts = {}, ...rest }: NetworkAttachment): Field[] {
  const path = `networks.${Target}`
  return [
    field(path, Aliases.join(', ')),
    ...optionFields(`${path}.driver_opts`, DriverOpts),
    ...Object.entries(rest).map(([key, value]) => field(`${path}.${key}`, plainText(value))),
  ]
}

function portFields(ports: PortConfig[]): Field[] {
  return ports.length > 0 ? [field('ports', ports.map(portText).join(', '))] : []
}

function portText({ PublishedPort, TargetPort, Protocol, PublishMode }: PortConfig): string {
  const published = PublishedPort ? `${PublishedPort}:` : ''
  return `${published}${TargetPort ?? 0}/${Protocol}${PublishMode === 'host' ? ' (host)' : ''}`
}

function modeFields({ Replicated, Global, ReplicatedJob, GlobalJob }: ServiceModeSpec): Field[] {
  const mode = (text: string) => field('deploy.mode', text)
  if (Global) return [mode('global')]
  if (GlobalJob) return [mode('global-job')]
  if (!ReplicatedJob) return [mode('replicated'), field('deploy.replicas', `${Replicated?.Replicas ?? 1}`)]
  const { MaxConcurrent = 1, TotalCompletions = 1 } = ReplicatedJob
  const replicas = MaxConcurrent === TotalCompletions ? `${MaxConcurrent}` : `${MaxConcurrent}/${TotalCompletions}`
  return [mode('replicated-job'), field('deploy.replicas', replicas)]
}
