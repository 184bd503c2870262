import { finding } from '@/lib/compose/finding'
import { isUnspecified } from '@/lib/compose/formats/ip-address'
import { countPorts, parsePortSpec, publishedPorts } from '@/lib/compose/formats/port-spec'
import { type ComposeNode, childOf, itemsOf, type MappingNode } from '@/lib/compose/parse/compose-node'
import type { LoadContext } from './context'
import { refuse, textOf, unsignedOf } from './decode'
import type { PortModel } from './model'

/** One entry for each port that is published, in the order of the file. */
export function loadPorts(node: ComposeNode, context: LoadContext): PortModel[] {
  return itemsOf(node).flatMap((item) => {
    if (item.kind === 'mapping') return [longPort(item)]
    if (item.kind === 'text') return shortPorts(item, item.value, context)
    if (item.kind === 'integer') return shortPorts(item, String(item.value), context)
    return refuse('decode_wrong_type', item, { expected: 'port' })
  })
}

/** What is not given stays empty, and nothing is checked: an unknown mode becomes ingress in the engine. */
function longPort(node: MappingNode): PortModel {
  return {
    mode: textOf(childOf(node, 'mode')),
    target: Number(unsignedOf(childOf(node, 'target'), 32)),
    published: Number(unsignedOf(childOf(node, 'published'), 32)),
    protocol: textOf(childOf(node, 'protocol')),
    place: node.place,
  }
}

function shortPorts(node: ComposeNode, text: string, { report, allowance }: LoadContext): PortModel[] {
  const spec = parsePortSpec(text)
  if ('problem' in spec) return refuse('port_invalid', node, { problem: spec.problem })
  const { ip, protocol } = spec
  const { place } = node
  if (ip !== '' && !isUnspecified(ip)) report(finding('port_ip_ignored', place, { ip }))
  allowance.take('entries', countPorts(spec), place)
  return publishedPorts(spec).map(({ published, target }) => ({ mode: 'ingress', target, published, protocol, place }))
}
