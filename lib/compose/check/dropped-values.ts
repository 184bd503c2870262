import { withoutEntry } from '@/lib/compose/edit/block'
import { type Finding, finding } from '@/lib/compose/finding'
import { childOf, entriesOf, itemsOf, type MappingNode } from '@/lib/compose/parse/compose-node'
import { servicesOf } from './services-of'

const mountOptions = [
  ['bind', ['propagation']],
  ['volume', ['nocopy', 'subpath']],
  ['tmpfs', ['size']],
] as const

const referenceKeys = ['source', 'target', 'uid', 'gid', 'mode']

/** What the schema lets through below a service's own keys, and nobody reads: fixed addresses, odd mount options. */
export function droppedValues(root: MappingNode): Finding[] {
  return [
    ...servicesOf(root).flatMap(({ name, node }) => {
      const path = `services.${name}`
      return [
        ...entriesOf(childOf(node, 'networks')).flatMap(([network, { value }]) =>
          only(value, ['ipv4_address', 'ipv6_address'], `${path}.networks.${network}`),
        ),
        ...itemsOf(childOf(node, 'volumes')).flatMap((volume, index) =>
          mountOptions.flatMap(([kind, known]) => {
            const options = childOf(volume, kind)
            return allBut(options, known, `${path}.volumes.${index}.${kind}`)
          }),
        ),
        ...['secrets', 'configs'].flatMap((section) =>
          itemsOf(childOf(node, section)).flatMap((reference, index) =>
            allBut(reference, referenceKeys, `${path}.${section}.${index}`),
          ),
        ),
      ]
    }),
    ...entriesOf(childOf(root, 'volumes')).flatMap(([volume, { value }]) =>
      only(value, ['x-cluster-spec'], `volumes.${volume}`),
    ),
  ]
}

function only(node: ReturnType<typeof childOf>, keys: readonly string[], path: string): Finding[] {
  return node?.kind === 'mapping' ? keys.flatMap((key) => dropped(node, key, path)) : []
}

/** The decoder takes keys that differ in case alone. */
function allBut(node: ReturnType<typeof childOf>, known: readonly string[], path: string): Finding[] {
  if (node?.kind !== 'mapping') return []
  const unread = [...node.entries.keys()].filter((key) => !known.includes(key.toLowerCase()))
  return unread.flatMap((key) => dropped(node, key, path))
}

function dropped(node: MappingNode, property: string, path: string): Finding[] {
  const entry = node.entries.get(property)
  if (!entry) return []
  const edits = withoutEntry(node, property)
  return [finding('property_dropped', entry.keyPlace, { path: `${path}.${property}`, property }, edits)]
}
