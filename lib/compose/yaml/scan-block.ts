import { type Cursor, isBlank, isBreak } from './cursor'
import type { ScalarToken } from './token'
import { YamlSyntaxError } from './yaml-problem'

type Header = { chomping: '+' | '-' | ''; increment: number }

/** A literal or folded block scalar, whose lines are indented by more than `parentIndent`. */
export function scanBlock(cursor: Cursor, style: 'literal' | 'folded', parentIndent: number): ScalarToken {
  const start = cursor.offset
  cursor.skip()
  const { chomping, increment } = takeHeader(cursor)
  cursor.takeRestOfLine()

  const parts: string[] = []
  let end = cursor.offset
  const given = increment > 0 ? Math.max(parentIndent, 0) + increment : 0
  let { breaks, indent } = takeIndentation(cursor, given, parentIndent)
  let lineBreak = ''
  let wasIndented = false

  while (cursor.column === indent && cursor.look() !== '') {
    const isIndented = isBlank(cursor.look())
    const isFolded = style === 'folded' && lineBreak === '\n' && !wasIndented && !isIndented
    if (!isFolded) parts.push(lineBreak)
    else if (breaks.length === 0) parts.push(' ')
    parts.push(breaks.join(''))
    wasIndented = isIndented

    parts.push(cursor.takeWhile((character) => !isBreak(character)))
    end = cursor.offset
    lineBreak = cursor.look() === '' ? '' : cursor.takeBreak()
    breaks = takeIndentation(cursor, indent, parentIndent).breaks
  }

  if (chomping !== '-') parts.push(lineBreak)
  if (chomping === '+') parts.push(breaks.join(''))
  return { type: 'scalar', value: parts.join(''), style, start, end }
}

function takeHeader(cursor: Cursor): Header {
  const header: Header = { chomping: '', increment: 0 }
  for (let taken = 0; taken < 2; taken += 1) {
    const character = cursor.look()
    if ((character === '+' || character === '-') && header.chomping === '') header.chomping = character
    else if (/^[0-9]$/.test(character) && header.increment === 0) {
      if (character === '0') throw new YamlSyntaxError('indentation_of_zero', cursor.offset)
      header.increment = Number(character)
    } else break
    cursor.skip()
  }
  return header
}

/** Takes empty lines and the spaces that indent the next line. An indentation of 0 is found out from the text. */
function takeIndentation(cursor: Cursor, indent: number, parentIndent: number): { breaks: string[]; indent: number } {
  const breaks: string[] = []
  let widest = 0
  while (true) {
    cursor.takeWhile((character) => character === ' ' && (indent === 0 || cursor.column < indent))
    widest = Math.max(widest, cursor.column)
    if ((indent === 0 || cursor.column < indent) && cursor.look() === '\t')
      throw new YamlSyntaxError('tab_in_indentation', cursor.offset)
    if (!isBreak(cursor.look())) break
    breaks.push(cursor.takeBreak())
  }
  return { breaks, indent: indent === 0 ? Math.max(widest, parentIndent + 1, 1) : indent }
}
