import type { TextEdit } from '@/lib/compose/finding'
import type { MappingNode } from '@/lib/compose/parse/compose-node'
import { type Block, blockOf, indentBefore, indented, startsLine } from './block'

/**
 * Puts a key of a service into its `deploy` section instead, which is made if there is none. `lines` is what it becomes
 * there, without indentation; as it was, if not given. Only where both are written in block style, each key on a line of
 * its own.
 */
export function movedIntoDeploy(service: MappingNode, key: string, lines?: string): TextEdit[] {
  const moved = service.entries.get(key)
  const block = moved && blockOf(moved.keyPlace)
  if (!moved || !block) return []
  const { source } = block
  const keys = [...service.entries.values()].map(({ keyPlace }) => keyPlace)
  if (keys.some((place) => place.source !== source || !startsLine(place))) return []
  const indent = indentBefore(moved.keyPlace)
  const text = lines === undefined ? block.text : indented(lines, indent)
  const deploy = service.entries.get('deploy')
  if (!deploy) return [replaced(block, `${indent}deploy:\n${indented(text, '  ')}`)]

  const first = deploy.value.kind === 'mapping' ? [...deploy.value.entries.values()][0]?.keyPlace : undefined
  if (!first || first.source !== source || !startsLine(first)) return []
  const target = indentBefore(first)
  const at = first.start - target.length
  const extra = ' '.repeat(Math.max(target.length - indent.length, 0))
  return [{ file: source.name, start: at, end: at, text: indented(text, extra) }, replaced(block, '')]
}

function replaced({ source, start, end }: Block, text: string): TextEdit {
  return { file: source.name, start, end, text }
}
