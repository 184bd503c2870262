import type { LineEnding } from '@/components/ui/editor/create-editor'

/**
 * The editor counts a line break as one where findings count CRLF as two. Where the endings are mixed it keeps carriage
 * returns as characters, and both count alike.
 */
export function toEditor(text: string, lineEnding: LineEnding, offset: number): number {
  if (lineEnding !== '\r\n') return offset
  return offset - text.slice(0, offset).split('\r\n').length + 1
}

/** The smallest replacement that turns one text into another, so that the cursor and the undo history keep their sense. */
export function replacement(before: string, after: string): { from: number; to: number; insert: string } | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) }
}
