import { byBytes } from '@/lib/compose/byte-order'
import { splitShellWords } from '@/lib/compose/formats/shell-words'
import { type ComposeNode, childOf, entriesOf, itemsOf, type MappingNode } from '@/lib/compose/parse/compose-node'
import type { LoadContext } from './context'
import {
  booleanOf,
  durationOf,
  integerOf,
  isAbsent,
  labelsOf,
  looseChildOf,
  optionsOf,
  orNull,
  printedOf,
  refuse,
  textOf,
  textOrTextsOf,
  textsOf,
  unsignedOf,
} from './decode'
import { refuseIgnoredValues } from './ignored-values'
import { loadDeploy } from './load-deploy'
import { loadEnvironment } from './load-environment'
import { loadPorts } from './load-ports'
import { loadVolumes } from './load-volumes'
import type { AttachmentModel, HealthcheckModel, ReferenceModel, ServiceModel, UlimitModel } from './model'

/** Reads a service that the schema has accepted. Throws ComposeRefusal. Source: docker/cli, cli/compose/loader. */
export function loadService(name: string, node: ComposeNode, context: LoadContext): ServiceModel {
  const get = (key: string) => childOf(node, key)
  refuseIgnoredValues(node)
  return {
    name,
    image: textOf(get('image')),
    hostname: textOf(get('hostname')),
    user: textOf(get('user')),
    workingDir: textOf(get('working_dir')),
    isolation: textOf(get('isolation')),
    stopSignal: textOf(get('stop_signal')),
    restart: textOf(get('restart')),
    isTty: booleanOf(get('tty')),
    isStdinOpen: booleanOf(get('stdin_open')),
    isReadOnly: booleanOf(get('read_only')),
    init: orNull(get('init'), booleanOf),
    stopGracePeriod: orNull(get('stop_grace_period'), durationOf),
    command: commandOf(get('command')),
    entrypoint: commandOf(get('entrypoint')),
    capAdd: textsOf(get('cap_add')),
    capDrop: textsOf(get('cap_drop')),
    dns: orNull(get('dns'), textOrTextsOf),
    dnsSearch: orNull(get('dns_search'), textOrTextsOf),
    extraHosts: extraHostsOf(get('extra_hosts')),
    environment: loadEnvironment(node, context),
    labels: labelsOf(get('labels')),
    sysctls: labelsOf(get('sysctls')),
    ulimits: new Map(entriesOf(get('ulimits')).map(([key, { value }]) => [key, ulimitOf(value)])),
    logging: orNull(get('logging'), (logging) => ({
      driver: textOf(childOf(logging, 'driver')),
      options: optionsOf(childOf(logging, 'options')),
    })),
    credentialSpec: {
      config: textOf(childOf(get('credential_spec'), 'config')),
      file: textOf(childOf(get('credential_spec'), 'file')),
      registry: textOf(childOf(get('credential_spec'), 'registry')),
    },
    healthcheck: orNull(get('healthcheck'), healthcheckOf),
    networks: attachmentsOf(get('networks')),
    ports: orNull(get('ports'), (ports) => loadPorts(ports, context)),
    volumes: orNull(get('volumes'), (volumes) => loadVolumes(volumes, context)),
    secrets: orNull(get('secrets'), referencesOf),
    configs: orNull(get('configs'), referencesOf),
    deploy: loadDeploy(get('deploy')),
  }
}

function commandOf(node: ComposeNode | undefined): string[] {
  if (node?.kind !== 'text') return textsOf(node)
  const split = splitShellWords(node.value)
  return 'words' in split ? split.words : refuse('command_not_splittable', node, { problem: split.problem })
}

/** As `host:ip`, brackets around an IPv6 address removed. Entries that have neither `=` nor `:` are dropped. */
function extraHostsOf(node: ComposeNode | undefined): string[] {
  const isMapping = node?.kind === 'mapping'
  const entries = isMapping ? hostEntriesOf(node) : itemsOf(node).map(printedOf)
  return entries.flatMap((entry) => {
    const separator = !isMapping && entry.includes('=') ? '=' : ':'
    const at = entry.indexOf(separator)
    if (at === -1) return []
    const address = entry.slice(at + 1)
    return [`${entry.slice(0, at)}:${/^\[.+\]$/.test(address) ? address.slice(1, -1) : address}`]
  })
}

function hostEntriesOf(node: MappingNode): string[] {
  return [...node.entries]
    .filter(([, { value }]) => !isAbsent(value))
    .map(([host, { value }]) => `${host}:${value.kind === 'text' ? value.value : printedAsText(value)}`)
    .toSorted(byBytes)
}

/** Go's `%s` of something that is no text says so. */
const largestInt64 = 2n ** 63n - 1n

function printedAsText(node: ComposeNode): string {
  if (node.kind === 'integer') return `%!s(${node.value > largestInt64 ? 'uint64' : 'int'}=${printedOf(node)})`
  return node.kind === 'float' ? `%!s(float64=${printedOf(node)})` : printedOf(node)
}

function ulimitOf(node: ComposeNode): UlimitModel {
  if (node.kind !== 'mapping') return { single: strictIntegerOf(node), soft: 0n, hard: 0n }
  const limit = (key: string) => strictIntegerOf(childOf(node, key) ?? refuse('decode_wrong_type', node, integer))
  return { single: 0n, soft: limit('soft'), hard: limit('hard') }
}

const integer = { expected: 'integer' }

/** Here even 5.0 is no integer, nor is what needs more than 63 bits. */
function strictIntegerOf(node: ComposeNode): bigint {
  const isInteger = node.kind === 'integer' && node.value === integerOf(node)
  return isInteger ? node.value : refuse('decode_wrong_type', node, integer)
}

function healthcheckOf(node: ComposeNode): HealthcheckModel {
  const test = childOf(node, 'test')
  return {
    test: test?.kind === 'text' ? ['CMD-SHELL', test.value] : textsOf(test),
    timeout: orNull(childOf(node, 'timeout'), durationOf),
    interval: orNull(childOf(node, 'interval'), durationOf),
    startPeriod: orNull(childOf(node, 'start_period'), durationOf),
    startInterval: orNull(childOf(node, 'start_interval'), durationOf),
    retries: orNull(childOf(node, 'retries'), unsignedOf),
    isDisabled: booleanOf(childOf(node, 'disable')),
  }
}

function attachmentsOf(node: ComposeNode | undefined): Map<string, AttachmentModel | null> {
  if (node?.kind !== 'mapping') return new Map(textsOf(node).map((name) => [name, null]))
  return new Map(entriesOf(node).map(([name, { value }]) => [name, orNull(value, attachmentOf)]))
}

function attachmentOf(node: ComposeNode): AttachmentModel {
  // Read, though nothing is done with it.
  for (const key of ['ipv4_address', 'ipv6_address']) textOf(childOf(node, key))
  return { aliases: textsOf(childOf(node, 'aliases')), driverOptions: optionsOf(childOf(node, 'driver_opts')) }
}

function referencesOf(node: ComposeNode): ReferenceModel[] {
  return itemsOf(node).map((item) => {
    const place = item.place
    if (item.kind !== 'mapping') return { source: textOf(item), target: '', uid: '', gid: '', mode: null, place }
    return {
      source: textOf(looseChildOf(item, 'source')),
      target: textOf(looseChildOf(item, 'target')),
      uid: textOf(looseChildOf(item, 'uid')),
      gid: textOf(looseChildOf(item, 'gid')),
      mode: orNull(looseChildOf(item, 'mode'), (mode) => Number(unsignedOf(mode, 32))),
      place,
    }
  })
}
