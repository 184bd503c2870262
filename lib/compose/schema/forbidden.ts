import { asResource } from '@/lib/compose/edit/as-resource'
import { type Finding, finding } from '@/lib/compose/finding'
import { childOf, entriesOf, type MappingNode } from '@/lib/compose/parse/compose-node'

/** What `stack deploy` refuses although other versions of Compose know it. Source: docker/cli, cli/compose/types. */
const forbidden = [
  'cpu_quota',
  'cpu_shares',
  'cpuset',
  'extends',
  'mem_limit',
  'memswap_limit',
  'volume_driver',
  'volumes_from',
]

/** Where services have such properties, by property and then in the order of the file. */
export function forbiddenProperties(root: MappingNode): Finding[] {
  const services = entriesOf(childOf(root, 'services'))
  return forbidden.flatMap((property) =>
    services.flatMap(([service, { value }]) => {
      const entry = value.kind === 'mapping' ? value.entries.get(property) : undefined
      if (value.kind !== 'mapping' || !entry) return []
      return [finding('forbidden_property', entry.keyPlace, { service, property }, asResource(value, property))]
    }),
  )
}
