import { byBytes } from '@/lib/compose/byte-order'
import type {
  AttachmentModel,
  DeployModel,
  HealthcheckModel,
  LimitsModel,
  LoggingModel,
  ReservationsModel,
  RestartPolicyModel,
  ServiceModel,
  UpdateModel,
} from '@/lib/compose/load/model'
import {
  appended,
  later,
  laterCounter,
  laterEntries,
  laterList,
  laterNumber,
  laterUnlessEmpty,
  mergeBoth,
  mergeByKey,
  mergeEnvironment,
} from './merge-values'

/** A service that two files describe. */
export function mergeService(base: ServiceModel, over: ServiceModel): ServiceModel {
  return {
    name: base.name,
    image: later(base.image, over.image),
    hostname: later(base.hostname, over.hostname),
    user: later(base.user, over.user),
    workingDir: later(base.workingDir, over.workingDir),
    isolation: later(base.isolation, over.isolation),
    stopSignal: later(base.stopSignal, over.stopSignal),
    restart: later(base.restart, over.restart),
    isTty: base.isTty || over.isTty,
    isStdinOpen: base.isStdinOpen || over.isStdinOpen,
    isReadOnly: base.isReadOnly || over.isReadOnly,
    init: laterUnlessEmpty(base.init, over.init),
    stopGracePeriod: laterUnlessEmpty(base.stopGracePeriod, over.stopGracePeriod),
    command: laterList(base.command, over.command),
    entrypoint: laterList(base.entrypoint, over.entrypoint),
    capAdd: [...base.capAdd, ...over.capAdd],
    capDrop: [...base.capDrop, ...over.capDrop],
    dns: appended(base.dns, over.dns),
    dnsSearch: appended(base.dnsSearch, over.dnsSearch),
    extraHosts: [...base.extraHosts, ...over.extraHosts],
    environment: mergeEnvironment(base.environment, over.environment),
    labels: laterEntries(base.labels, over.labels),
    sysctls: laterEntries(base.sysctls, over.sysctls),
    ulimits: laterEntries(base.ulimits, over.ulimits),
    logging: mergeBoth(base.logging, over.logging, mergeLogging),
    credentialSpec: {
      config: later(base.credentialSpec.config, over.credentialSpec.config),
      file: later(base.credentialSpec.file, over.credentialSpec.file),
      registry: later(base.credentialSpec.registry, over.credentialSpec.registry),
    },
    healthcheck: mergeBoth(base.healthcheck, over.healthcheck, mergeHealthcheck),
    networks: mergeAttachments(base.networks, over.networks),
    ports: mergeByKey(
      base.ports,
      over.ports,
      (port) => port.published,
      (a, b) => a.published - b.published,
    ),
    volumes: mergeByKey(
      base.volumes,
      over.volumes,
      (volume) => volume.target,
      (a, b) => byBytes(a.target, b.target),
    ),
    secrets: mergeByKey(
      base.secrets,
      over.secrets,
      (secret) => secret.source,
      (a, b) => byBytes(a.source, b.source),
    ),
    configs: mergeByKey(
      base.configs,
      over.configs,
      (config) => config.source,
      (a, b) => byBytes(a.source, b.source),
    ),
    deploy: mergeDeploy(base.deploy, over.deploy),
  }
}

/** Options of a logging section that had none are lost, as in the CLI. */
function mergeLogging(base: LoggingModel, over: LoggingModel): LoggingModel {
  const isOtherDriver = base.driver !== over.driver && base.driver !== '' && over.driver !== ''
  if (isOtherDriver) return over
  const options = base.options && laterEntries(base.options, over.options ?? new Map())
  return { driver: later(base.driver, over.driver), options }
}

/** The test is appended to, not replaced. */
function mergeHealthcheck(base: HealthcheckModel, over: HealthcheckModel): HealthcheckModel {
  return {
    test: [...base.test, ...over.test],
    timeout: laterUnlessEmpty(base.timeout, over.timeout),
    interval: laterUnlessEmpty(base.interval, over.interval),
    startPeriod: laterUnlessEmpty(base.startPeriod, over.startPeriod),
    startInterval: laterUnlessEmpty(base.startInterval, over.startInterval),
    retries: laterCounter(base.retries, over.retries),
    isDisabled: base.isDisabled || over.isDisabled,
  }
}

/** Aliases are replaced, also by none; driver options stay those of the earlier file. */
function mergeAttachments(
  base: ReadonlyMap<string, AttachmentModel | null>,
  over: ReadonlyMap<string, AttachmentModel | null>,
): Map<string, AttachmentModel | null> {
  const merged = new Map(base)
  for (const [name, attachment] of over) {
    const known = merged.get(name) ?? null
    merged.set(name, known && attachment ? { ...known, aliases: attachment.aliases } : (known ?? attachment))
  }
  return merged
}

function mergeDeploy(base: DeployModel, over: DeployModel): DeployModel {
  return {
    mode: later(base.mode, over.mode),
    replicas: laterCounter(base.replicas, over.replicas),
    labels: laterEntries(base.labels, over.labels),
    updateConfig: mergeBoth(base.updateConfig, over.updateConfig, mergeUpdate),
    rollbackConfig: mergeBoth(base.rollbackConfig, over.rollbackConfig, mergeUpdate),
    limits: mergeBoth(base.limits, over.limits, mergeLimits),
    reservations: mergeBoth(base.reservations, over.reservations, mergeReservations),
    restartPolicy: mergeBoth(base.restartPolicy, over.restartPolicy, mergeRestartPolicy),
    constraints: [...base.constraints, ...over.constraints],
    preferences: [...base.preferences, ...over.preferences],
    maxReplicas: laterNumber(base.maxReplicas, over.maxReplicas),
    endpointMode: later(base.endpointMode, over.endpointMode),
  }
}

function mergeUpdate(base: UpdateModel, over: UpdateModel): UpdateModel {
  return {
    parallelism: laterCounter(base.parallelism, over.parallelism),
    delay: laterNumber(base.delay, over.delay),
    failureAction: later(base.failureAction, over.failureAction),
    monitor: laterNumber(base.monitor, over.monitor),
    maxFailureRatio: laterNumber(base.maxFailureRatio, over.maxFailureRatio),
    order: later(base.order, over.order),
  }
}

function mergeLimits(base: LimitsModel, over: LimitsModel): LimitsModel {
  return {
    cpus: later(base.cpus, over.cpus),
    memoryBytes: laterNumber(base.memoryBytes, over.memoryBytes),
    pids: laterNumber(base.pids, over.pids),
  }
}

function mergeReservations(base: ReservationsModel, over: ReservationsModel): ReservationsModel {
  return {
    cpus: later(base.cpus, over.cpus),
    memoryBytes: laterNumber(base.memoryBytes, over.memoryBytes),
    genericResources: [...base.genericResources, ...over.genericResources],
  }
}

function mergeRestartPolicy(base: RestartPolicyModel, over: RestartPolicyModel): RestartPolicyModel {
  return {
    condition: later(base.condition, over.condition),
    delay: laterUnlessEmpty(base.delay, over.delay),
    maxAttempts: laterCounter(base.maxAttempts, over.maxAttempts),
    window: laterUnlessEmpty(base.window, over.window),
  }
}
