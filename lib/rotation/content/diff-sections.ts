import type { DiffRow } from './diff'

/** Rows to show, and between them runs of equal lines that nobody has to read. */
export type DiffSection = { kind: 'shown' | 'folded'; rows: DiffRow[] }

// As in unified diffs. A fold shorter than its own line of text would hide without saving.
const contextLines = 3
const shortestFold = 4

export function diffSections(rows: DiffRow[]): DiffSection[] {
  const isNear = nearAChange(rows)
  const sections: DiffSection[] = []
  for (const [index, row] of rows.entries()) {
    const kind = isNear[index] ? 'shown' : 'folded'
    const last = sections.at(-1)
    if (last?.kind === kind) last.rows.push(row)
    else sections.push({ kind, rows: [row] })
  }
  return joinShown(sections)
}

function nearAChange(rows: DiffRow[]): boolean[] {
  const isNear = new Array<boolean>(rows.length).fill(false)
  for (const [index, row] of rows.entries()) {
    if (row.kind === 'same') continue
    isNear.fill(true, Math.max(0, index - contextLines), index + contextLines + 1)
  }
  return isNear
}

function joinShown(sections: DiffSection[]): DiffSection[] {
  const joined: DiffSection[] = []
  for (const section of sections) {
    const kind = section.rows.length < shortestFold ? 'shown' : section.kind
    const last = joined.at(-1)
    if (last?.kind === 'shown' && kind === 'shown') last.rows.push(...section.rows)
    else joined.push({ kind, rows: section.rows })
  }
  return joined
}
