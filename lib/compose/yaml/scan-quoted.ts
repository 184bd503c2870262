import { type Cursor, isBlank, isBlankOrEnd, isBreak } from './cursor'
import { joint } from './scan-plain'
import type { ScalarToken } from './token'
import { YamlSyntaxError } from './yaml-problem'

/** The escapes of one letter that yaml.v3 knows. `\/` of YAML 1.2 is not among them. */
const escapes = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
  ['N', '\u0085'],
  ['_', '\u00a0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
])

const escapeLengths = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
])

/** A quoted scalar. Its lines may be indented by less than what is around them, unlike in YAML 1.2. */
export function scanQuoted(cursor: Cursor, style: 'single-quoted' | 'double-quoted'): ScalarToken {
  const quote = style === 'single-quoted' ? "'" : '"'
  const start = cursor.offset
  const parts: string[] = []
  cursor.skip()

  while (true) {
    if (cursor.atDocumentMarker()) throw new YamlSyntaxError('unexpected_document_marker', cursor.offset)
    if (cursor.look() === '') throw new YamlSyntaxError('unexpected_end', start)
    const isContinued = takeWord(cursor, style, parts)
    if (cursor.look() === quote) break
    parts.push(takeGap(cursor, isContinued))
  }
  cursor.skip()
  return { type: 'scalar', value: parts.join(''), style, start, end: cursor.offset }
}

/** Takes what is no white space. Answers true if it ended with an escaped line break, which joins the lines. */
function takeWord(cursor: Cursor, style: 'single-quoted' | 'double-quoted', parts: string[]): boolean {
  while (!isBlankOrEnd(cursor.look())) {
    const character = cursor.look()
    if (style === 'single-quoted') {
      if (character === "'" && cursor.look(1) !== "'") return false
      parts.push(character)
      cursor.skip(character === "'" ? 2 : 1)
    } else if (character === '"') {
      return false
    } else if (character === '\\' && isBreak(cursor.look(1))) {
      cursor.skip()
      cursor.takeBreak()
      return true
    } else if (character === '\\') {
      parts.push(takeEscape(cursor))
    } else {
      parts.push(character)
      cursor.skip()
    }
  }
  return false
}

function takeEscape(cursor: Cursor): string {
  const letter = cursor.look(1)
  const known = escapes.get(letter)
  const length = escapeLengths.get(letter)
  if (known === undefined && length === undefined) throw new YamlSyntaxError('unknown_escape', cursor.offset)
  cursor.skip(2)
  if (length === undefined) return known ?? ''

  const digits = cursor.text.slice(cursor.offset, cursor.offset + length)
  if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits))
    throw new YamlSyntaxError('bad_escape_number', cursor.offset)
  const code = Number.parseInt(digits, 16)
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff)
    throw new YamlSyntaxError('bad_escape_character', cursor.offset)
  cursor.skip(length)
  return String.fromCodePoint(code)
}

function takeGap(cursor: Cursor, isContinued: boolean): string {
  let spaces = ''
  const breaks: string[] = []
  while (isBlank(cursor.look()) || isBreak(cursor.look())) {
    if (isBreak(cursor.look())) breaks.push(cursor.takeBreak())
    else {
      if (breaks.length === 0 && !isContinued) spaces += cursor.look()
      cursor.skip()
    }
  }
  return isContinued ? breaks.join('') : joint(spaces, breaks)
}
