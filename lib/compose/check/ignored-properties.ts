import { withoutEntry } from '@/lib/compose/edit/block'
import { type Finding, finding } from '@/lib/compose/finding'
import type { MappingNode } from '@/lib/compose/parse/compose-node'
import { servicesOf } from './services-of'

/** What the CLI says that it ignores; `restart` is in its list too, but counts. Source: docker/cli, compose/types. */
const unsupported = [
  'build',
  'cgroup_parent',
  'cgroupns_mode',
  'devices',
  'domainname',
  'external_links',
  'ipc',
  'links',
  'mac_address',
  'network_mode',
  'pid',
  'privileged',
  'security_opt',
  'shm_size',
  'userns_mode',
]

const deprecated = ['container_name', 'expose']

/** What it reads and then forgets without a word. */
const dropped = ['depends_on', 'oom_score_adj']

/** Keys of a service that `stack deploy` reads and does nothing with. */
export const idleProperties: ReadonlySet<string> = new Set([...unsupported, ...deprecated, ...dropped, 'tmpfs'])

/** Properties of services that change nothing, whether the CLI says so or not. */
export function ignoredProperties(root: MappingNode): Finding[] {
  return servicesOf(root).flatMap(({ name, node }) => {
    const say = (code: 'property_ignored' | 'property_deprecated' | 'property_dropped', properties: string[]) =>
      properties.flatMap((property) => {
        const entry = node.entries.get(property)
        if (!entry) return []
        const path = `services.${name}.${property}`
        return [finding(code, entry.keyPlace, { path, property }, withoutEntry(node, property))]
      })
    return [
      ...say('property_ignored', unsupported),
      ...say('property_deprecated', deprecated),
      ...say('property_dropped', dropped),
    ]
  })
}
