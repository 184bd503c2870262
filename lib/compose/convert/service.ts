import { byBytes } from '@/lib/compose/byte-order'
import { finding } from '@/lib/compose/finding'
import { familiarImage } from '@/lib/compose/formats/image-reference'
import { gather } from '@/lib/compose/gather'
import type { HealthcheckModel, ServiceModel } from '@/lib/compose/load/model'
import { ComposeRefusal } from '@/lib/compose/refusal'
import type { AttachmentBody, ConfigReferenceBody, ContainerBody, HealthcheckBody, ServiceBody } from './bodies'
import {
  compact,
  imageLabel,
  int64,
  int64OrAbsent,
  labelled,
  listOrAbsent,
  recordOf,
  recordOrAbsent,
  scoped,
  textOrAbsent,
  trueOrAbsent,
} from './body-values'
import { effectiveCapabilities } from './capabilities'
import type { ConvertContext } from './data-objects'
import {
  convertEndpoint,
  convertMode,
  convertPlacement,
  convertResources,
  convertRestartPolicy,
  convertUpdate,
} from './deploy-fields'
import { convertMount } from './mounts'
import { defaultNetwork, networkName } from './networks'
import { convertConfigReferences, convertSecretReferences } from './references'

/** The body for creating a service. Source: docker/cli, cli/compose/convert/service.go. */
export function convertService(service: ServiceModel, context: ConvertContext): ServiceBody {
  const { stack, locate, model } = context
  const secrets = convertSecretReferences(service, context)
  const configs = convertConfigReferences(service, context)
  const mode = convertMode(service, locate)
  const mounts = (service.volumes ?? []).map((volume) => convertMount(volume, { stack, service: service.name, model }))
  const resources = convertResources(service, locate)
  const restartPolicy = convertRestartPolicy(service, locate)
  const healthcheck = convertHealthcheck(service, context)
  const networks = convertAttachments(service, context)
  const labels = recordOf(
    new Map([...Object.entries(labelled(stack, service.deploy.labels)), [imageLabel, service.image]]),
  )
  return compact<ServiceBody>({
    Name: scoped(stack, service.name),
    Labels: labels,
    TaskTemplate: compact<ServiceBody['TaskTemplate']>({
      ContainerSpec: compact<ContainerBody>({
        ...containerFields(service, stack),
        Privileges: {
          CredentialSpec: convertCredentialSpec(service, configs, context),
          SELinuxContext: null,
          NoNewPrivileges: false,
        },
        Mounts: listOrAbsent(mounts),
        Healthcheck: healthcheck,
        Secrets: listOrAbsent(secrets),
        Configs: listOrAbsent(configs),
      }),
      Resources: resources,
      RestartPolicy: restartPolicy,
      Placement: convertPlacement(service),
      Networks: networks,
      LogDriver: service.logging
        ? compact({ Name: textOrAbsent(service.logging.driver), Options: recordOrAbsent(service.logging.options) })
        : undefined,
      ForceUpdate: 0,
    }),
    Mode: mode,
    UpdateConfig: convertUpdate(service.deploy.updateConfig),
    RollbackConfig: convertUpdate(service.deploy.rollbackConfig),
    EndpointSpec: convertEndpoint(service),
  })
}

function containerFields(service: ServiceModel, stack: string): Omit<ContainerBody, 'Privileges'> {
  const capabilities = effectiveCapabilities(service.capAdd, service.capDrop)
  const hasDns = service.dns !== null || service.dnsSearch !== null
  const dns = { Nameservers: listOrAbsent(service.dns ?? []), Search: listOrAbsent(service.dnsSearch ?? []) }
  return {
    Image: familiarImage(service.image),
    Labels: labelled(stack, service.labels),
    Command: listOrAbsent(service.entrypoint),
    Args: listOrAbsent(service.command),
    Hostname: textOrAbsent(service.hostname),
    Env: listOrAbsent([...service.environment].map(variableText).toSorted(byBytes)),
    Dir: textOrAbsent(service.workingDir),
    User: textOrAbsent(service.user),
    Init: service.init ?? undefined,
    StopSignal: textOrAbsent(service.stopSignal),
    TTY: trueOrAbsent(service.isTty),
    OpenStdin: trueOrAbsent(service.isStdinOpen),
    ReadOnly: trueOrAbsent(service.isReadOnly),
    StopGracePeriod: service.stopGracePeriod === null ? undefined : int64(service.stopGracePeriod),
    Hosts: listOrAbsent(service.extraHosts.map(hostText)),
    DNSConfig: hasDns ? compact(dns) : undefined,
    Isolation: textOrAbsent(service.isolation),
    Sysctls: recordOrAbsent(service.sysctls),
    CapabilityAdd: listOrAbsent(capabilities.add),
    CapabilityDrop: listOrAbsent(capabilities.drop),
    Ulimits: listOrAbsent(convertUlimits(service)),
  }
}

function variableText([name, value]: [string, string | null]): string {
  return value === null ? name : `${name}=${value}`
}

/** `host:ip` becomes `ip host`. */
function hostText(entry: string): string {
  const at = entry.indexOf(':')
  return `${entry.slice(at + 1)} ${entry.slice(0, at)}`
}

function convertUlimits({ ulimits }: ServiceModel): NonNullable<ContainerBody['Ulimits']> {
  return [...ulimits]
    .toSorted(([a], [b]) => byBytes(a, b))
    .map(([name, { single, soft, hard }]) => ({
      Name: name,
      Hard: int64(single === 0n ? hard : single),
      Soft: int64(single === 0n ? soft : single),
    }))
}

function convertHealthcheck(
  { name, healthcheck }: ServiceModel,
  { locate }: ConvertContext,
): HealthcheckBody | undefined {
  if (!healthcheck) return undefined
  if (!healthcheck.isDisabled) return healthcheckBody(healthcheck)
  if (healthcheck.test.length > 0) {
    const place = locate(['services', name, 'healthcheck', 'disable'])
    throw new ComposeRefusal([finding('healthcheck_test_and_disable', place, { service: name })])
  }
  return { Test: ['NONE'] }
}

function healthcheckBody(healthcheck: HealthcheckModel): HealthcheckBody {
  return compact<HealthcheckBody>({
    Test: listOrAbsent(healthcheck.test),
    Interval: int64OrAbsent(healthcheck.interval),
    Timeout: int64OrAbsent(healthcheck.timeout),
    StartPeriod: int64OrAbsent(healthcheck.startPeriod),
    StartInterval: int64OrAbsent(healthcheck.startInterval),
    Retries: int64OrAbsent(healthcheck.retries === null ? null : BigInt.asIntN(64, healthcheck.retries)),
  })
}

/** The engine's own networks take no aliases; all others get the service's name as the last one. */
const withoutAliases = /^(?:default|bridge|host|none)$|^container:/

function convertAttachments(service: ServiceModel, { stack, model, locate }: ConvertContext): AttachmentBody[] {
  const attachments = service.networks.size === 0 ? new Map([[defaultNetwork, null]]) : service.networks
  return gather(attachments, ([key, attachment]) => {
    const network = model.networks.get(key)
    if (!network && key !== defaultNetwork) {
      const place = locate(['services', service.name, 'networks', key])
      throw new ComposeRefusal([finding('undefined_network', place, { service: service.name, name: key })])
    }
    const target = networkName(stack, key, network)
    const own = withoutAliases.test(target) ? [] : [service.name]
    return compact<AttachmentBody>({
      Target: target,
      Aliases: listOrAbsent([...(attachment?.aliases ?? []), ...own]),
      DriverOpts: recordOrAbsent(attachment?.driverOptions ?? null),
    })
  }).toSorted((a, b) => byBytes(a.Target, b.Target))
}

/** The CLI looks for the config by its key, bare or with the stack's name, and never by its `name:`. */
function convertCredentialSpec(
  { name, credentialSpec }: ServiceModel,
  configs: ConfigReferenceBody[],
  { stack, locate }: ConvertContext,
): ContainerBody['Privileges']['CredentialSpec'] {
  const { config, file, registry } = credentialSpec
  const given = [config, file, registry].filter((source) => source !== '')
  if (given.length === 0) return null
  const place = locate(['services', name, 'credential_spec'])
  if (given.length > 1) throw new ComposeRefusal([finding('credential_spec_sources', place, { service: name })])
  if (config === '') return { Config: '', File: file, Registry: registry }
  const names = configs.map(({ ConfigName }) => ConfigName)
  const found = [config, scoped(stack, config)].find((candidate) => names.includes(candidate))
  if (found === undefined)
    throw new ComposeRefusal([finding('credential_spec_config_missing', place, { service: name, name: config })])
  return { Config: found, File: '', Registry: '' }
}
