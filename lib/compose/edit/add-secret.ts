import type { TextEdit } from '@/lib/compose/finding'
import { childOf, entriesOf, type MappingEntry, type MappingNode } from '@/lib/compose/parse/compose-node'
import { blockOf, indentBefore, startsLine } from './block'
import { withFirstItem } from './list-item'

/** Gives a service a secret: in the list that is there, or in a list of its own before another key of the service. */
export function addSecretUse(service: MappingNode, before: MappingEntry, item: string): TextEdit[] {
  const secrets = service.entries.get('secrets')
  if (secrets) return secrets.value.kind === 'list' ? withFirstItem(secrets.value, item) : []
  const { keyPlace } = before
  const { source, start } = keyPlace
  if (!startsLine(keyPlace)) return [{ file: source.name, start, end: start, text: `secrets: [${item}], ` }]
  const indent = indentBefore(keyPlace)
  return [{ file: source.name, start, end: start, text: `secrets:\n${indent}  - ${item}\n${indent}` }]
}

/** Names in a file a secret that is made elsewhere, its key being its name; nothing where it is named already. */
export function addSecretDefinition(root: MappingNode, secret: string): TextEdit[] {
  const secrets = childOf(root, 'secrets')
  const { source } = root.place
  if (!secrets) {
    const end = source.text.length
    const lead = source.text.endsWith('\n') ? '' : '\n'
    return [{ file: source.name, start: end, end, text: `${lead}secrets:\n  ${secret}:\n    external: true\n` }]
  }
  const [first] = entriesOf(secrets)
  const place = first?.[1].keyPlace
  if (!place || childOf(secrets, secret)) return []
  const { start } = place
  if (!blockOf(place)) return [{ file: source.name, start, end: start, text: `${secret}: { external: true }, ` }]
  const indent = indentBefore(place)
  const text = `${secret}:\n${indent}  external: true\n${indent}`
  return [{ file: source.name, start, end: start, text }]
}
