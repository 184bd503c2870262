import { diffArrays } from 'diff'

/** How a line ends. It is shown where it differs, because a file is delivered byte for byte. */
export type LineEnding = 'lf' | 'crlf' | 'none'

export type DiffLine = { number: number; text: string; ending: LineEnding }

/** One line of the side-by-side view. `changed` has both sides, `added` only `after`, `removed` only `before`. */
export type DiffRow =
  | { kind: 'same' | 'changed'; before: DiffLine; after: DiffLine }
  | { kind: 'added'; before: null; after: DiffLine }
  | { kind: 'removed'; before: DiffLine; after: null }

export type TextDiff = { rows: DiffRow[]; added: number; removed: number }

// Beyond this many edits the search takes seconds, and nobody reads the result line by line.
const maxEdits = 1_000

/** Compares two texts line by line, line endings included. Of texts too different, only head and tail are matched. */
export function diffText(before: string, after: string): TextDiff {
  const old = lines(before)
  const wanted = lines(after)
  const changes = diffArrays(old.map(withEnding), wanted.map(withEnding), { maxEditLength: maxEdits })
  const runs = changes ?? matchEnds(old.map(withEnding), wanted.map(withEnding))

  const rows: DiffRow[] = []
  let added = 0
  let removed = 0
  let waiting: DiffLine[] = []
  let oldIndex = 0
  let newIndex = 0
  const flush = () => {
    for (const line of waiting) rows.push({ kind: 'removed', before: line, after: null })
    waiting = []
  }

  for (const run of runs) {
    const count = run.value.length
    if (run.removed) {
      flush()
      waiting = old.slice(oldIndex, oldIndex + count)
      oldIndex += count
      removed += count
    } else if (run.added) {
      for (const after of wanted.slice(newIndex, newIndex + count)) {
        const before = waiting.shift()
        rows.push(before ? { kind: 'changed', before, after } : { kind: 'added', before: null, after })
      }
      newIndex += count
      added += count
      flush()
    } else {
      flush()
      for (let line = 0; line < count; line++) {
        const before = old[oldIndex + line]
        const after = wanted[newIndex + line]
        if (before && after) rows.push({ kind: 'same', before, after })
      }
      oldIndex += count
      newIndex += count
    }
  }
  flush()
  return { rows, added, removed }
}

function lines(text: string): DiffLine[] {
  const parts = text.split('\n')
  // What follows the last line feed is a line only if there is something in it.
  const endsOpen = parts.at(-1) !== ''
  const whole = endsOpen ? parts : parts.slice(0, -1)
  return whole.map((part, index) => {
    const isOpen = endsOpen && index === whole.length - 1
    if (!isOpen && part.endsWith('\r')) return { number: index + 1, text: part.slice(0, -1), ending: 'crlf' }
    return { number: index + 1, text: part, ending: isOpen ? 'none' : 'lf' }
  })
}

function withEnding(line: DiffLine): string {
  return `${line.text}\n${line.ending}`
}

type Run = { value: string[]; added: boolean; removed: boolean }

function matchEnds(old: string[], wanted: string[]): Run[] {
  const shorter = Math.min(old.length, wanted.length)
  let head = 0
  while (head < shorter && old[head] === wanted[head]) head++
  let tail = 0
  while (tail < shorter - head && old[old.length - 1 - tail] === wanted[wanted.length - 1 - tail]) tail++
  return [
    { value: old.slice(0, head), added: false, removed: false },
    { value: old.slice(head, old.length - tail), added: false, removed: true },
    { value: wanted.slice(head, wanted.length - tail), added: true, removed: false },
    { value: old.slice(old.length - tail), added: false, removed: false },
  ]
}
