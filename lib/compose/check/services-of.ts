import { childOf, entriesOf, type MappingNode } from '@/lib/compose/parse/compose-node'
import type { Place } from '@/lib/compose/place'

export type ServiceNode = { name: string; keyPlace: Place; node: MappingNode }

/** The services of a file, those that are mappings. */
export function servicesOf(root: MappingNode): ServiceNode[] {
  return entriesOf(childOf(root, 'services')).flatMap(([name, { keyPlace, value }]) =>
    value.kind === 'mapping' ? [{ name, keyPlace, node: value }] : [],
  )
}
