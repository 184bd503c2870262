import { type Finding, finding, replacing } from '@/lib/compose/finding'
import { printedOf } from '@/lib/compose/load/decode'
import { type ComposeNode, childOf, entriesOf, itemsOf, type MappingNode } from '@/lib/compose/parse/compose-node'
import { textAt } from '@/lib/compose/place'
import { servicesOf } from './services-of'

/**
 * Values without quotes that YAML takes for a number or a date, where a text is meant: a label `1.10` becomes `1.1`, and
 * `0755` becomes `493`. Quotes keep what is written.
 */
export function rewrittenValues(root: MappingNode): Finding[] {
  const sections = ['networks', 'volumes', 'secrets', 'configs'].flatMap((section) =>
    entriesOf(childOf(root, section)).flatMap(([key, { value }]) =>
      ['labels', 'driver_opts'].flatMap((part) => rewrittenIn(childOf(value, part), `${section}.${key}.${part}`)),
    ),
  )
  return [...servicesOf(root).flatMap(({ name, node }) => inService(node, `services.${name}`)), ...sections]
}

function inService(node: MappingNode, path: string): Finding[] {
  const mappings = [
    ...['environment', 'labels', 'sysctls', 'extra_hosts'].map((key): [string, ComposeNode | undefined] => [
      key,
      childOf(node, key),
    ]),
    ['deploy.labels', childOf(childOf(node, 'deploy'), 'labels')] as const,
    ['logging.options', childOf(childOf(node, 'logging'), 'options')] as const,
  ]
  return [
    ...mappings.flatMap(([key, mapping]) => rewrittenIn(mapping, `${path}.${key}`)),
    ...itemsOf(childOf(node, 'ports')).flatMap((port, index) => rewritten(port, `${path}.ports.${index}`)),
  ]
}

function rewrittenIn(mapping: ComposeNode | undefined, path: string): Finding[] {
  return entriesOf(mapping).flatMap(([key, { value }]) => rewritten(value, `${path}.${key}`))
}

function rewritten(node: ComposeNode, path: string): Finding[] {
  if (node.kind !== 'integer' && node.kind !== 'float' && node.kind !== 'time') return []
  const written = textAt(node.place)
  const value = printedOf(node)
  if (written === value || written === '') return []
  return [
    finding('value_rewritten', node.place, { path, written, value }, [replacing(node.place, JSON.stringify(written))]),
  ]
}
