import { type Cursor, isBlank, isBlankOrEnd, isNameCharacter } from './cursor'
import type { TagToken, Token } from './token'
import { YamlSyntaxError } from './yaml-problem'

export function scanAnchor(cursor: Cursor, type: 'alias' | 'anchor'): Token {
  const start = cursor.offset
  cursor.skip()
  const value = cursor.takeWhile(isNameCharacter)
  const next = cursor.look()
  if (value === '' || !(isBlankOrEnd(next) || '?:,]}%@`'.includes(next)))
    throw new YamlSyntaxError('name_expected', cursor.offset)
  return { type, value, start, end: cursor.offset }
}

/** `!suffix`, `!handle!suffix`, `!<uri>` or a lone `!`, whose handle is empty. */
export function scanTag(cursor: Cursor): TagToken {
  const start = cursor.offset
  const tag = cursor.look(1) === '<' ? takeVerbatimTag(cursor) : takeShorthandTag(cursor)
  if (!isBlankOrEnd(cursor.look())) throw new YamlSyntaxError('bad_tag', cursor.offset)
  return { type: 'tag', ...tag, start, end: cursor.offset }
}

function takeVerbatimTag(cursor: Cursor): { handle: string; suffix: string } {
  cursor.skip(2)
  const suffix = takeUri(cursor)
  if (suffix === '' || cursor.look() !== '>') throw new YamlSyntaxError('bad_tag', cursor.offset)
  cursor.skip()
  return { handle: '', suffix }
}

function takeShorthandTag(cursor: Cursor): { handle: string; suffix: string } {
  cursor.skip()
  const name = cursor.takeWhile(isNameCharacter)
  if (cursor.look() === '!') {
    cursor.skip()
    const suffix = takeUri(cursor)
    if (suffix === '') throw new YamlSyntaxError('bad_tag', cursor.offset)
    return { handle: `!${name}!`, suffix }
  }
  const suffix = name + takeUri(cursor)
  return suffix === '' ? { handle: '', suffix: '!' } : { handle: '!', suffix }
}

function takeUri(cursor: Cursor): string {
  const uri = cursor.takeWhile((character) => isNameCharacter(character) || ";/?:@&=+$,.!~*'()[]%".includes(character))
  try {
    return decodeURIComponent(uri)
  } catch {
    throw new YamlSyntaxError('bad_tag', cursor.offset)
  }
}

/** `%YAML 1.1` or `%TAG !handle! prefix`, with the rest of its line. */
export function scanDirective(cursor: Cursor): Token {
  const start = cursor.offset
  const refuse = () => new YamlSyntaxError('bad_directive', start)
  cursor.skip()
  const name = cursor.takeWhile(isNameCharacter)
  if (!isBlankOrEnd(cursor.look())) throw refuse()
  cursor.takeWhile(isBlank)
  const words = [cursor.takeWhile((character) => !isBlankOrEnd(character))]
  if (name === 'TAG') {
    cursor.takeWhile(isBlank)
    words.push(takeUri(cursor))
    if (!isBlankOrEnd(cursor.look())) throw refuse()
  }
  const end = cursor.offset
  cursor.takeRestOfLine()

  const [first = '', second = ''] = words
  if (name === 'YAML' && /^\d{1,2}\.\d{1,2}$/.test(first))
    return { type: 'version-directive', version: first, start, end }
  if (name === 'TAG' && /^(!|![\w-]*!)$/.test(first) && second !== '')
    return { type: 'tag-directive', handle: first, prefix: second, start, end }
  throw refuse()
}
