import { finding } from '@/lib/compose/finding'
import { isUnspecified } from '@/lib/compose/formats/ip-address'
import { parsePortSpec } from '@/lib/compose/formats/port-spec'
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

/** The ports of one text are ordered by the text of `port/protocol`: of 9-10, 10 comes first. */
function shortPorts(node: ComposeNode, text: string, context: LoadContext): PortModel[] {
  const spec = parsePortSpec(text)
  if ('problem' in spec) return refuse('port_invalid', node, { problem: spec.problem })
  const mappings = spec.ports.toSorted((a, b) => (`${a.target}/` < `${b.target}/` ? -1 : 1))
  const ip = mappings[0]?.ip ?? ''
  if (ip !== '' && !isUnspecified(ip)) context.report(finding('port_ip_ignored', node.place, { ip }))
  return mappings.flatMap(({ hostStart, hostEnd, target, protocol }) => {
    const length = hostEnd - hostStart + 1
    return Array.from({ length }, (_, step) => ({
      mode: 'ingress',
      target,
      published: hostStart + step,
      protocol,
      place: node.place,
    }))
  })
}
