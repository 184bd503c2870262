import { diffWordsWithSpace } from 'diff'

/** A piece of a changed line, by the place at which it begins: what differs is marked. */
export type WordPiece = { from: number; text: string; isChanged: boolean }

// A minified file is one line of a megabyte; comparing it word by word would freeze the page.
const longestLine = 2_000

/** Marks what differs within one changed line; both sides whole and unmarked where that would take too long. */
export function diffWords(before: string, after: string): { before: WordPiece[]; after: WordPiece[] } {
  if (before.length > longestLine || after.length > longestLine) {
    return { before: wholeLine(before), after: wholeLine(after) }
  }
  const changes = diffWordsWithSpace(before, after)
  return {
    before: pieces(changes.filter((change) => !change.added)),
    after: pieces(changes.filter((change) => !change.removed)),
  }
}

export function wholeLine(text: string): WordPiece[] {
  return [{ from: 0, text, isChanged: false }]
}

function pieces(changes: { value: string; added: boolean; removed: boolean }[]): WordPiece[] {
  let from = 0
  return changes.map(({ value, added, removed }) => {
    const piece = { from, text: value, isChanged: added || removed }
    from += value.length
    return piece
  })
}
