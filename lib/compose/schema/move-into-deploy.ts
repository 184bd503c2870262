import type { TextEdit } from '@/lib/compose/finding'
import { type MappingNode, nodeAt } from '@/lib/compose/parse/compose-node'
import { lineAndColumn, type Source } from '@/lib/compose/place'
import type { Violation } from './validate'

/**
 * Moves lines like `resources:` from a service into its `deploy` section, which is made if there is none. Only where
 * both are written in block style, each key on a line of its own.
 */
export function movedIntoDeploy({ path, place }: Violation, root: MappingNode): TextEdit[] {
  const service = nodeAt(root, path)
  if (service?.kind !== 'mapping') return []
  const { source } = place
  const keys = [...service.entries.values()].map(({ keyPlace }) => keyPlace)
  if (keys.some((key) => key.source !== source || !startsLine(key.start, source))) return []
  const block = blockAt(place.start, source)
  const indent = indentOf(place.start, source)
  const deploy = service.entries.get('deploy')
  const indented = block.text.replaceAll(/^(?=.)/gm, '  ')
  const file = source.name
  if (!deploy) return [{ file, start: block.start, end: block.end, text: `${indent}deploy:\n${indented}` }]

  const first = deploy.value.kind === 'mapping' ? [...deploy.value.entries.values()][0]?.keyPlace : undefined
  if (!first || !startsLine(first.start, source)) return []
  const target = indentOf(first.start, source)
  const extra = ' '.repeat(Math.max(target.length - indent.length, 0))
  const at = first.start - target.length
  return [
    { file, start: at, end: at, text: block.text.replaceAll(/^(?=.)/gm, extra) },
    { file, start: block.start, end: block.end, text: '' },
  ]
}

function startsLine(offset: number, source: Source): boolean {
  return indentOf(offset, source).trim() === ''
}

/** What stands before an offset on its line. */
function indentOf(offset: number, source: Source): string {
  const { column } = lineAndColumn(source, offset)
  return source.text.slice(offset - column + 1, offset)
}

/** The line of a key with the lines below that are indented further, comments among them. */
function blockAt(offset: number, source: Source): { start: number; end: number; text: string } {
  const { line, column } = lineAndColumn(source, offset)
  const start = offset - column + 1
  let end = source.lineStarts[line] ?? source.text.length
  for (let next = line + 1; next <= source.lineStarts.length; next += 1) {
    const nextStart = source.lineStarts[next - 1] ?? source.text.length
    const nextEnd = source.lineStarts[next] ?? source.text.length
    const text = source.text.slice(nextStart, nextEnd)
    if (text.trim() === '') continue
    const isDeeper =
      text.search(/\S/) >= column || (text.trimStart().startsWith('- ') && text.search(/\S/) === column - 1)
    if (!isDeeper) break
    end = nextEnd
  }
  const text = source.text.slice(start, end)
  return { start, end, text: text.endsWith('\n') ? text : `${text}\n` }
}
