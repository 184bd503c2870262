import { addedBelow, blockOf, indentBefore, indented, startsLine } from '@/lib/compose/edit/block'
import { yamlText } from '@/lib/compose/edit/yaml-text'
import { type Finding, finding, type TextEdit } from '@/lib/compose/finding'
import { itemsOf, type MappingNode } from '@/lib/compose/parse/compose-node'
import { servicesOf } from './services-of'

/** `tmpfs` of a service is read and forgotten; a mount of that type does what is meant. */
export function forgottenTmpfs(root: MappingNode, minor: number): Finding[] {
  return servicesOf(root).flatMap(({ name, node }) => {
    const entry = node.entries.get('tmpfs')
    if (!entry) return []
    return [finding('tmpfs_dropped', entry.keyPlace, { service: name }, minor >= 2 ? asMounts(node) : [])]
  })
}

/** Only where the service is written in block style. */
function asMounts(service: MappingNode): TextEdit[] {
  const entry = service.entries.get('tmpfs')
  const block = entry && blockOf(entry.keyPlace)
  if (!entry || !block) return []
  const { value } = entry
  const texts = value.kind === 'text' ? [value] : itemsOf(value)
  const targets = texts.flatMap((item) => (item.kind === 'text' && !/[:$]/.test(item.value) ? [item.value] : []))
  // Options such as `/run:size=64m` have no place in the long form but for their size.
  if (targets.length === 0 || targets.length < texts.length) return []
  const mounts = targets.map((target) => `- type: tmpfs\n  target: ${yamlText(target)}\n`).join('')
  const file = block.source.name
  const indent = indentBefore(entry.keyPlace)
  const volumes = service.entries.get('volumes')
  if (!volumes) {
    const text = indented(`volumes:\n${indented(mounts, '  ')}`, indent)
    return [{ file, start: block.start, end: block.end, text }]
  }
  const list = blockOf(volumes.keyPlace)
  const [first] = itemsOf(volumes.value)
  const dash = first && dashBefore(first.place.start, block.source.text)
  if (!list || dash === undefined || dash === null || list.source !== block.source) return []
  const at = { source: block.source, start: dash, end: dash }
  if (!startsLine(at)) return []
  return [addedBelow(list, indented(mounts, indentBefore(at))), { file, start: block.start, end: block.end, text: '' }]
}

/** Where the dash of a list item is that begins on the same line. */
function dashBefore(start: number, text: string): number | null {
  const line = text.lastIndexOf('\n', start - 1) + 1
  const dash = text.slice(line, start).indexOf('- ')
  return dash === -1 ? null : line + dash
}
