import { type Finding, finding, replacing } from '@/lib/compose/finding'
import { type ComposeNode, childOf, itemsOf, type MappingNode } from '@/lib/compose/parse/compose-node'
import { textAt } from '@/lib/compose/place'
import { servicesOf } from './services-of'

const choices = [
  { key: 'mode', words: ['ingress', 'host'], taken: 'ingress' },
  { key: 'protocol', words: ['tcp', 'udp', 'sctp'], taken: 'tcp' },
] as const

/** Words in the long form of a port that no engine knows: it takes `ingress` and `tcp` instead, and says nothing. */
export function unknownPortWords(root: MappingNode): Finding[] {
  return servicesOf(root).flatMap(({ name, node }) =>
    itemsOf(childOf(node, 'ports')).flatMap((port, index) =>
      choices.flatMap(({ key, words, taken }) => {
        const node = childOf(port, key)
        if (node?.kind !== 'text' || node.value === '' || node.value.includes('$')) return []
        if (words.some((word) => word === node.value.toLowerCase())) return []
        const path = `services.${name}.ports.${index}.${key}`
        return [
          finding('port_word_unknown', node.place, { path, word: node.value, taken, known: words }, edits(node, taken)),
        ]
      }),
    ),
  )
}

/** Says what happens anyway. */
function edits(node: ComposeNode & { kind: 'text' }, taken: string) {
  return textAt(node.place).includes(node.value) ? [replacing(node.place, taken)] : []
}
