import { type ComposeNode, childOf, entriesOf, itemsOf } from '@/lib/compose/parse/compose-node'
import { bytesOf, isAbsent, labelsOf, looseChildOf, printedOf, refuse, textOf, textOrTextsOf, textsOf } from './decode'

const texts = [
  'cgroup_parent',
  'cgroupns_mode',
  'container_name',
  'domainname',
  'ipc',
  'mac_address',
  'network_mode',
  'pid',
  'shm_size',
  'userns_mode',
]
const lists = ['depends_on', 'devices', 'external_links', 'links', 'security_opt']

/**
 * Refuses what the CLI cannot read although it does nothing with it: `shm_size: 64` for instance, which the schema
 * accepts as a number and the decoder wants as a text.
 */
export function refuseIgnoredValues(service: ComposeNode): void {
  for (const key of texts) textOf(childOf(service, key))
  for (const key of lists) textsOf(childOf(service, key))
  textOrTextsOf(childOf(service, 'tmpfs'))
  itemsOf(childOf(service, 'expose')).map(printedOf)
  const build = childOf(service, 'build')
  if (build?.kind === 'time') refuse('decode_wrong_type', build, { expected: 'mapping' })
  if (build?.kind !== 'mapping') return
  for (const key of ['context', 'dockerfile', 'network', 'target']) textOf(looseChildOf(build, key))
  for (const key of ['args', 'labels']) labelsOf(looseChildOf(build, key))
  itemsOf(looseChildOf(build, 'extra_hosts')).map(printedOf)
  textsOf(looseChildOf(build, 'cache_from'))
}

/** The specification of a cluster volume, which `stack deploy` reads and does not send. */
export function refuseClusterSpec(volume: ComposeNode): void {
  const spec = childOf(volume, 'x-cluster-spec')
  if (isAbsent(spec)) return
  // Before version 3.10 the schema does not look into it.
  if (spec.kind !== 'mapping') refuse('decode_wrong_type', spec, { expected: 'mapping' })
  for (const key of ['group', 'availability']) textOf(looseChildOf(spec, key))
  const access = looseChildOf(spec, 'access_mode')
  for (const key of ['scope', 'sharing']) textOf(looseChildOf(access, key))
  const mount = looseChildOf(access, 'mount_volume')
  textOf(looseChildOf(mount, 'fs_type'))
  textsOf(looseChildOf(mount, 'mount_flags'))
  const range = looseChildOf(spec, 'capacity_range')
  for (const key of ['required_bytes', 'limit_bytes']) bytesOf(looseChildOf(range, key))
  for (const secret of itemsOf(looseChildOf(spec, 'secrets')))
    for (const key of ['key', 'secret']) textOf(looseChildOf(secret, key))
  const requirements = looseChildOf(spec, 'accessibility_requirements')
  for (const [, { value }] of entriesOf(requirements))
    for (const topology of itemsOf(value)) labelsOf(looseChildOf(topology, 'segments'))
}
