import type { TextEdit } from '@/lib/compose/finding'
import type { MappingEntry, MappingNode } from '@/lib/compose/parse/compose-node'
import { lineAndColumn, type Place, type Source } from '@/lib/compose/place'

/** Whole lines of a file, with the line break at the end if there is one. */
export type Block = { source: Source; start: number; end: number; text: string }

/** What stands before a place on its line. */
export function indentBefore({ source, start }: Place): string {
  const { column } = lineAndColumn(source, start)
  return source.text.slice(start - column + 1, start)
}

export function startsLine(place: Place): boolean {
  return indentBefore(place).trim() === ''
}

/**
 * The lines of a key of a block mapping: its own, and those below that are indented further, comments among them. Null
 * if the key does not begin a line.
 */
export function blockOf(keyPlace: Place): Block | null {
  if (!startsLine(keyPlace)) return null
  const { source } = keyPlace
  const { line, column } = lineAndColumn(source, keyPlace.start)
  const start = keyPlace.start - column + 1
  let end = source.lineStarts[line] ?? source.text.length
  for (let next = line + 1; next <= source.lineStarts.length; next += 1) {
    const nextStart = source.lineStarts[next - 1] ?? source.text.length
    const nextEnd = source.lineStarts[next] ?? source.text.length
    const text = source.text.slice(nextStart, nextEnd)
    if (text.trim() === '') continue
    const depth = text.search(/\S/)
    // A list may begin at the column of its key.
    if (depth < column && !(text.trimStart().startsWith('- ') && depth === column - 1)) break
    end = nextEnd
  }
  const text = source.text.slice(start, end)
  return { source, start, end, text: text.endsWith('\n') ? text : `${text}\n` }
}

/** Puts lines below a block. */
export function addedBelow({ source, end }: Block, lines: string): TextEdit {
  const isLineOpen = end > 0 && source.text[end - 1] !== '\n'
  return { file: source.name, start: end, end, text: isLineOpen ? `\n${lines}` : lines }
}

/** Each line that is not empty with something before it. */
export function indented(text: string, indent: string): string {
  return text.replaceAll(/^(?=.)/gm, indent)
}

/** Takes a key with its value out of a mapping, in block style or within braces; nothing if only a person can. */
export function withoutEntry(mapping: MappingNode, key: string): TextEdit[] {
  const entries = [...mapping.entries]
  const at = entries.findIndex(([name]) => name === key)
  const entry = entries[at]?.[1]
  // A mapping without entries would be null.
  if (!entry || entries.length === 1) return []
  const { source } = entry.keyPlace
  const block = blockOf(entry.keyPlace)
  if (block && !isWithinBraces(entry, entries[at - 1]?.[1], entries[at + 1]?.[1]))
    return [{ file: source.name, start: block.start, end: block.end, text: '' }]
  const next = entries[at + 1]?.[1]
  if (next && isBetweenCommas(entry, next))
    return [{ file: source.name, start: entry.keyPlace.start, end: next.keyPlace.start, text: '' }]
  const previous = entries[at - 1]?.[1]
  if (previous && isBetweenCommas(previous, entry))
    return [{ file: source.name, start: previous.value.place.end, end: entry.value.place.end, text: '' }]
  return []
}

function isWithinBraces(
  entry: MappingEntry,
  previous: MappingEntry | undefined,
  next: MappingEntry | undefined,
): boolean {
  return (
    (previous !== undefined && isBetweenCommas(previous, entry)) || (next !== undefined && isBetweenCommas(entry, next))
  )
}

function isBetweenCommas(first: MappingEntry, second: MappingEntry): boolean {
  const { source, end } = first.value.place
  if (source !== second.keyPlace.source || end > second.keyPlace.start) return false
  return /^\s*,\s*$/.test(source.text.slice(end, second.keyPlace.start))
}
