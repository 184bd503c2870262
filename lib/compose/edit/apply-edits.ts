import type { TextEdit } from '@/lib/compose/finding'

/** The text of one file with its edits made. Edits of other files are passed by; they must not overlap. */
export function applyEdits(file: string, text: string, edits: readonly TextEdit[]): string {
  return edits
    .filter((edit) => edit.file === file)
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce((before, { start, end, text: inserted }) => before.slice(0, start) + inserted + before.slice(end), text)
}
