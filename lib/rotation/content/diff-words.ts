import { diffWordsWithSpace } from 'diff'

/** A piece of a changed line: what differs is marked. */
export type WordPiece = { text: string; isChanged: boolean }

// A minified file is one line of a megabyte; comparing it word by word would freeze the page.
const longestLine = 2_000

/** Marks what differs within one changed line; both sides whole and unmarked where that would take too long. */
export function diffWords(before: string, after: string): { before: WordPiece[]; after: WordPiece[] } {
  if (before.length > longestLine || after.length > longestLine) {
    return { before: [{ text: before, isChanged: false }], after: [{ text: after, isChanged: false }] }
  }
  const changes = diffWordsWithSpace(before, after)
  return {
    before: changes
      .filter((change) => !change.added)
      .map(({ value, removed }) => ({ text: value, isChanged: removed })),
    after: changes.filter((change) => !change.removed).map(({ value, added }) => ({ text: value, isChanged: added })),
  }
}
