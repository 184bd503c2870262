import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { logLines, printable } from './log-lines'

const limits = { mostLines: 3, mostBytes: 100 }
const piece = (stream: 'stdout' | 'stderr', text: string) => ({ stream, bytes: Buffer.from(text) })

test('lines keep their order and their stream', () => {
  const { lines, isCut } = logLines([piece('stdout', 'one\r\ntwo\n'), piece('stderr', 'three')], limits)
  expect(lines).toEqual([
    { stream: 'stdout', text: 'one' },
    { stream: 'stdout', text: 'two' },
    { stream: 'stderr', text: 'three' },
  ])
  expect(isCut).toBe(false)
})

test('the last lines are kept, by number and by size', () => {
  const texts = (log: string) => logLines([piece('stdout', log)], limits)
  expect(texts('1\n2\n3\n4\n')).toEqual({
    lines: ['2', '3', '4'].map((text) => ({ stream: 'stdout', text })),
    isCut: true,
  })
  expect(texts(`${'x'.repeat(90)}\n${'y'.repeat(60)}\n`).lines.map(({ text }) => text[0])).toEqual(['y'])
})

test('colours, titles and links of a terminal are left out', () => {
  expect(printable('\u001b[1;31mfatal\u001b[0m: no')).toBe('fatal: no')
  expect(printable('\u001b]0;title\u0007\u001b]8;;javascript:x\u001b\\link\u001b]8;;\u001b\\')).toBe('link')
  expect(printable('\u009b31mred')).toBe('red')
})

test('other control characters, and those that turn text around, are spelt out', () => {
  expect(printable('a\u0000b\u0007\tc\rd\u202eevil')).toBe('a\\u{0}b\\u{7}\tc\\u{d}d\\u{202e}evil')
})

test('whatever a container prints, no control character is left but the tabulator', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(text)).not.toMatch(/[^\P{Cc}\t]|\p{Bidi_Control}/u)
    }),
  )
})

// What took the square of its length would be ended by the test's limit.
test.each(['\u001b['.repeat(500_000), `\u001b]${'x'.repeat(1_000_000)}`, '\u001b'.repeat(1_000_000)])(
  'a megabyte of orders to the terminal gives a text without them',
  (orders) => {
    expect(printable(orders)).not.toContain('\u001b')
  },
)
