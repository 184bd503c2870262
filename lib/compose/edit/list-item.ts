import type { TextEdit } from '@/lib/compose/finding'
import type { ListNode } from '@/lib/compose/parse/compose-node'
import { lineAndColumn, type Place } from '@/lib/compose/place'

/** Where the line begins on which something is written. */
function lineStart({ source, start }: Place): number {
  return source.lineStarts[lineAndColumn(source, start).line - 1] ?? 0
}

/** Where the next line begins. */
function nextLine({ source, end }: Place): number {
  return source.lineStarts[lineAndColumn(source, Math.max(end - 1, 0)).line] ?? source.text.length
}

/** Whether the list is written with a dash on a line of its own for each item. */
function isBlock({ items, place }: ListNode): boolean {
  return items.length > 0 && !place.source.text.startsWith('[', place.start)
}

/** Puts an item before the others, in the style in which the list is written. */
export function withFirstItem(list: ListNode, item: string): TextEdit[] {
  const { source, start } = list.place
  const [first] = list.items
  if (!isBlock(list) || !first) {
    const at = start + 1
    return [{ file: source.name, start: at, end: at, text: list.items.length > 0 ? `${item}, ` : item }]
  }
  const at = lineStart(first.place)
  const lead = source.text.slice(at, first.place.start)
  return /^\s*-\s+$/.test(lead) ? [{ file: source.name, start: at, end: at, text: `${lead}${item}\n` }] : []
}

/** Takes an item out of a list that has others; nothing if only a person can. */
export function withoutItem({ items, place }: ListNode, index: number): TextEdit[] {
  const { source } = place
  const item = items[index]
  if (!item || items.length < 2) return []
  if (isBlock({ kind: 'list', items, place }))
    return [{ file: source.name, start: lineStart(item.place), end: nextLine(item.place), text: '' }]
  const [before, after] = [items[index - 1], items[index + 1]]
  if (after) return [{ file: source.name, start: item.place.start, end: after.place.start, text: '' }]
  return before ? [{ file: source.name, start: before.place.end, end: item.place.end, text: '' }] : []
}
