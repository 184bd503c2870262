import { type Finding, finding } from '@/lib/compose/finding'
import { absolutePath } from '@/lib/compose/formats/paths'
import { gather } from '@/lib/compose/gather'
import { type ComposeNode, childOf, entriesOf, type MappingNode } from '@/lib/compose/parse/compose-node'
import { ComposeRefusal } from '@/lib/compose/refusal'
import type { LoadContext } from './context'
import { booleanOf, isAbsent, labelsOf, listOf, mappingOf, optionsOf, textOf } from './decode'
import { refuseClusterSpec } from './ignored-values'
import { loadService } from './load-service'
import type { DataObjectModel, NamedVolumeModel, NetworkModel, StackModel } from './model'

/** Reads one Compose file that the schema has accepted, on its own. Throws ComposeRefusal. */
export function loadFile(root: MappingNode, context: LoadContext): StackModel {
  const section = <T>(name: string, load: (key: string, node: ComposeNode) => T): Map<string, T> =>
    new Map(gather(entriesOf(childOf(root, name)), ([key, { value }]) => [key, load(key, value)]))
  return {
    services: section('services', (name, node) => loadService(name, node, context)),
    networks: section('networks', (key, node) => loadNetwork(key, node, context)),
    volumes: section('volumes', (key, node) => loadVolume(key, node, context)),
    secrets: section('secrets', (key, node) => loadDataObject('secret', key, node, context)),
    configs: section('configs', (key, node) => loadDataObject('config', key, node, context)),
  }
}

function loadNetwork(key: string, node: ComposeNode, context: LoadContext): NetworkModel {
  mappingOf(node)
  const ipam = mappingOf(childOf(node, 'ipam'))
  return {
    ...identityOf('network', key, node, context),
    driver: textOf(childOf(node, 'driver')),
    driverOptions: optionsOf(childOf(node, 'driver_opts')),
    ipam: {
      driver: textOf(childOf(ipam, 'driver')),
      subnets: listOf(childOf(ipam, 'config')).map((pool) => textOf(childOf(mappingOf(pool), 'subnet'))),
    },
    isInternal: booleanOf(childOf(node, 'internal')),
    isAttachable: booleanOf(childOf(node, 'attachable')),
    labels: labelsOf(childOf(node, 'labels')),
  }
}

function loadVolume(key: string, node: ComposeNode, context: LoadContext): NamedVolumeModel {
  refuseClusterSpec(node)
  const volume = {
    driver: textOf(childOf(node, 'driver')),
    driverOptions: optionsOf(childOf(node, 'driver_opts')),
    labels: labelsOf(childOf(node, 'labels')),
  }
  if (isExternal(node)) {
    if (volume.driver !== '') refuseConflict(key, node, 'driver')
    if (volume.driverOptions && volume.driverOptions.size > 0) refuseConflict(key, node, 'driver_opts')
    if (volume.labels.size > 0) refuseConflict(key, node, 'labels')
  }
  return { ...identityOf('volume', key, node, context), ...volume }
}

function loadDataObject(
  kind: 'secret' | 'config',
  key: string,
  node: ComposeNode,
  context: LoadContext,
): DataObjectModel {
  const identity = identityOf(kind, key, node, context)
  const driver = textOf(childOf(node, 'driver'))
  const file = textOf(childOf(node, 'file'))
  if (!identity.isExternal && driver !== '' && file !== '')
    throw new ComposeRefusal([finding('secret_driver_and_file', placeOf(node, 'driver'), { kind, name: key })])
  const isFile = !identity.isExternal && driver === ''
  return {
    ...identity,
    file: isFile ? absolutePath(context.projectDir, file) : file,
    labels: labelsOf(childOf(node, 'labels')),
    driver,
    driverOptions: optionsOf(childOf(node, 'driver_opts')),
    templateDriver: textOf(childOf(node, 'template_driver')),
  }
}

type Kind = 'network' | 'volume' | 'secret' | 'config'

/** The name that is asked for; of an external object, its key if it has no other. */
function identityOf(
  kind: Kind,
  key: string,
  node: ComposeNode,
  context: LoadContext,
): { name: string; isExternal: boolean } {
  const name = textOf(childOf(node, 'name'))
  if (!isExternal(node)) return { name, isExternal: false }
  const external = childOf(node, 'external')
  const externalName = textOf(childOf(external, 'name'))
  if (externalName === '') return { name: name === '' ? key : name, isExternal: true }
  const place = placeOf(node, 'external')
  if (name !== '') throw new ComposeRefusal([finding('external_name_conflict', place, { kind, name: key })])
  const firstMinor = kind === 'volume' ? 4 : 5
  if (context.minor >= firstMinor) context.report(deprecatedName(kind, key, node))
  return { name: externalName, isExternal: true }
}

function deprecatedName(kind: Kind, key: string, node: ComposeNode): Finding {
  return finding('external_name_deprecated', placeOf(node, 'external'), { kind, name: key })
}

/** `external` may be a mapping, which means true even when it is empty. */
function isExternal(node: ComposeNode): boolean {
  const external = childOf(node, 'external')
  return external?.kind === 'mapping' || (!isAbsent(external) && booleanOf(external))
}

function refuseConflict(key: string, node: ComposeNode, parameter: string): never {
  throw new ComposeRefusal([finding('volume_external_conflict', placeOf(node, parameter), { name: key, parameter })])
}

function placeOf(node: ComposeNode, key: string) {
  return (node.kind === 'mapping' ? node.entries.get(key)?.keyPlace : undefined) ?? node.place
}
