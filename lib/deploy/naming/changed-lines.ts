import type { TextEdit } from '@/lib/compose/finding'
import { lineAndColumn, type Source } from '@/lib/compose/place'
import type { ChangedLine } from '@/lib/contract/stack-files'

/**
 * The edits of a file as lines to show, before anybody has been allowed to read the file. A line is shown whole where
 * nothing but a name and a comment stands on it; of any other, just what is replaced.
 */
export function changedLines(
  source: Source,
  edits: readonly TextEdit[],
  masked: readonly TextEdit[] = [],
): ChangedLine[] {
  return edits
    .filter((edit) => edit.file === source.name)
    .toSorted((a, b) => a.start - b.start)
    .map((edit) => {
      const line = changedLine(source, edit)
      return masked.includes(edit) ? { ...line, before: mask } : line
    })
}

/** In the place of a value that is not shown. */
const mask = '••••••'

function changedLine(source: Source, { start, end, text }: TextEdit): ChangedLine {
  const { line, column } = lineAndColumn(source, start)
  const replaced = source.text.slice(start, end)
  const head = source.text.slice(start - column + 1, start)
  const [tail = ''] = source.text.slice(end).split(/\r?\n/, 1)
  const isName = /^\s*name:\s*$/.test(head) && /^\s*(?:#.*)?$/.test(tail)
  if (isName) return { line, before: head + replaced + tail, after: head + text + tail }
  const isNewLine = head.trim() === '' && replaced === '' && text.includes('\n')
  return { line, before: replaced.trim() || null, after: isNewLine ? (head + text).trimEnd() : text.trim() || null }
}
