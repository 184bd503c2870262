import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DiffLine, type DiffRow, diffText } from './diff'

const sign = { same: ' ', changed: '~', added: '+', removed: '-' }

function asText(before: string, after: string) {
  return diffText(before, after)
    .rows.map((row) => `${sign[row.kind]} ${side(row.before)} | ${side(row.after)}`)
    .join('\n')
}

function side(line: DiffLine | null) {
  return line ? `${line.number} ${line.text}${line.ending === 'lf' ? '' : ` (${line.ending})`}` : '·'
}

function rebuild(rows: DiffRow[], which: 'before' | 'after') {
  const endings = { lf: '\n', crlf: '\r\n', none: '' }
  return rows.map((row) => (row[which] ? row[which].text + endings[row[which].ending] : '')).join('')
}

test('a line that became another stands beside it', () => {
  expect(asText('a\nb\nc\n', 'a\nB\nc\n')).toMatchInlineSnapshot(`
    "  1 a | 1 a
    ~ 2 b | 2 B
      3 c | 3 c"
  `)
})

test('lines without a counterpart stand alone', () => {
  expect(asText('a\nb\nc\n', 'a\nB\nB2\nc\nd\n')).toMatchInlineSnapshot(`
    "  1 a | 1 a
    ~ 2 b | 2 B
    + · | 3 B2
      3 c | 4 c
    + · | 5 d"
  `)
})

test('a missing last line feed is a difference', () => {
  expect(asText('a\nb\n', 'a\nb')).toMatchInlineSnapshot(`
    "  1 a | 1 a
    ~ 2 b | 2 b (none)"
  `)
})

test('line endings are a difference, and are named', () => {
  expect(asText('a\r\nb\r\n', 'a\nb\r\n')).toMatchInlineSnapshot(`
    "~ 1 a (crlf) | 1 a
      2 b (crlf) | 2 b (crlf)"
  `)
})

test('equal texts have no change', () => {
  expect(diffText('a\r\nb', 'a\r\nb')).toMatchObject({ added: 0, removed: 0 })
  expect(diffText('', '').rows).toEqual([])
})

test('everything is counted when a file is emptied or begun', () => {
  expect(diffText('a\nb\n', '')).toMatchObject({ added: 0, removed: 2 })
  expect(diffText('', 'a\nb')).toMatchObject({ added: 2, removed: 0 })
})

test('both files can be read off the rows, byte for byte', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '\r\n', '\u{feff}', '한'), maxLength: 60 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { rows, added, removed } = diffText(before, after)
      expect(rebuild(rows, 'before')).toBe(before)
      expect(rebuild(rows, 'after')).toBe(after)
      expect(rows.filter((row) => row.kind === 'added' || row.kind === 'changed')).toHaveLength(added)
      expect(rows.filter((row) => row.kind === 'removed' || row.kind === 'changed')).toHaveLength(removed)
    }),
  )
})

test('of two texts that share almost nothing, head and tail are still matched', () => {
  // What took the square of their length would be ended by the test's limit.
  const middle = (name: string) => Array.from({ length: 100_000 }, (_, line) => `${name} ${line}`).join('\n')
  const { rows } = diffText(`head\n${middle('old')}\ntail\n`, `head\n${middle('new')}\ntail\n`)
  expect(rows).toHaveLength(100_002)
  expect(rows[0]).toMatchObject({ kind: 'same' })
  expect(rows.at(-1)).toMatchObject({ kind: 'same' })
})
