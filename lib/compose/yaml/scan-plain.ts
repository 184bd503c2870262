import { type Cursor, isBlank, isBlankOrEnd, isBreak } from './cursor'
import type { ScalarToken } from './token'
import { YamlSyntaxError } from './yaml-problem'

type Context = { isFlow: boolean; indent: number }

/**
 * A plain scalar, which may go on over several lines. Answers too whether it ended after a line break, where a key may
 * begin. Unlike YAML 1.2, a question mark ends a plain scalar inside brackets, and a colon only before a blank: so
 * `[http://x?y]` is refused and `{a:, b: c}` has a key `a:`. Source: go-yaml, scannerc.go.
 */
export function scanPlain(cursor: Cursor, { isFlow, indent }: Context): { token: ScalarToken; endsAtBreak: boolean } {
  const start = cursor.offset
  let end = start
  let value = ''
  let spaces = ''
  let breaks: string[] = []

  while (!cursor.atDocumentMarker() && cursor.look() !== '#') {
    const wordStart = cursor.offset
    while (!isBlankOrEnd(cursor.look()) && !endsPlain(cursor, isFlow)) cursor.skip()
    if (cursor.offset > wordStart) {
      value += joint(spaces, breaks) + cursor.text.slice(wordStart, cursor.offset)
      spaces = ''
      breaks = []
      end = cursor.offset
    }
    if (!isBlank(cursor.look()) && !isBreak(cursor.look())) break

    while (isBlank(cursor.look()) || isBreak(cursor.look())) {
      if (isBreak(cursor.look())) breaks.push(cursor.takeBreak())
      else {
        if (breaks.length > 0 && cursor.column <= indent && cursor.look() === '\t')
          throw new YamlSyntaxError('tab_in_indentation', cursor.offset)
        if (breaks.length === 0) spaces += cursor.look()
        cursor.skip()
      }
    }
    if (!isFlow && cursor.column <= indent) break
  }
  return { token: { type: 'scalar', value, style: 'plain', start, end }, endsAtBreak: breaks.length > 0 }
}

function endsPlain(cursor: Cursor, isFlow: boolean): boolean {
  const character = cursor.look()
  if (character === ':') return isBlankOrEnd(cursor.look(1))
  return isFlow && ',?[]{}'.includes(character)
}

/** What stands in the value for the white space between two words: one line break becomes a space, more become fewer. */
export function joint(spaces: string, breaks: readonly string[]): string {
  const [first, ...rest] = breaks
  if (first === undefined) return spaces
  if (first !== '\n') return first + rest.join('')
  return rest.length > 0 ? rest.join('') : ' '
}
