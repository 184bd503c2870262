import { formatGoFloat } from '@/lib/compose/parse/go-number'
import { resolveScalar, type ScalarValue } from '@/lib/compose/parse/resolve-scalar'

/** A text as YAML that docker reads back as this text: quoted only where it would be something else. */
export function writeText(text: string): string {
  const escaped = escapeVariables(text)
  return isPlain(escaped) && resolved(escaped).kind === 'text' ? escaped : quoted(escaped)
}

/** A text for a place where a number is printed as text, so that one which prints the same needs no quotes. */
export function writePrinted(text: string): string {
  const escaped = escapeVariables(text)
  if (!isPlain(escaped)) return quoted(escaped)
  const value = resolved(escaped)
  if (value.kind === 'integer') return String(value.value) === text ? text : quoted(text)
  if (value.kind === 'float') return formatGoFloat(value.value) === text ? text : quoted(text)
  return value.kind === 'text' ? escaped : quoted(escaped)
}

/** Keys are not interpolated, so a dollar sign stands for itself. */
export function writeKey(key: string): string {
  return isPlain(key) && resolved(key).kind === 'text' ? key : quoted(key)
}

/** For a list on one line, where people quote all texts. */
export function writeFlow(texts: readonly string[]): string {
  return `[${texts.map((text) => doubleQuoted(escapeVariables(text))).join(', ')}]`
}

/** The lines of a literal block with its header, or null where the text is better quoted. */
export function literalLines(text: string): { header: string; lines: string[] } | null {
  const escaped = escapeVariables(text)
  const body = escaped.replace(/\n$/, '')
  const lines = body.split('\n')
  const isFit =
    lines.length > 1 && !/^[ \t\n]|\n$/.test(body) && lines.every((line) => isPrintable(line) && isInked(line))
  return isFit ? { header: body === escaped ? '|-' : '|', lines } : null
}

function escapeVariables(text: string): string {
  return text.replaceAll('$', '$$$$')
}

function resolved(text: string): ScalarValue {
  return resolveScalar({ kind: 'scalar', tag: null, value: text, style: 'plain', start: 0, end: 0 })
}

/** An empty line is fine; one of blanks alone is easily lost in an editor. */
function isInked(line: string): boolean {
  return line === '' || /\S/.test(line)
}

/** Whether the text can stand without quotes in a block. */
function isPlain(text: string): boolean {
  if (text === '' || text.trim() !== text || !isPrintable(text) || text.includes('\t')) return false
  if (/^[,[\]{}#&*!|>'"%@`]|^[-?:](?: |$)|^(?:---|\.\.\.)/.test(text)) return false
  return !/: |:$| #/.test(text)
}

function quoted(text: string): string {
  const isSimple = isPrintable(text) && !text.includes("'")
  return isSimple && /["\\]/.test(text) ? `'${text}'` : doubleQuoted(text)
}

const shortEscapes = new Map([
  ['\n', '\\n'],
  ['\t', '\\t'],
  ['\r', '\\r'],
  ['"', '\\"'],
  ['\\', '\\\\'],
])

function doubleQuoted(text: string): string {
  const escaped = Array.from(text, (character) => {
    const short = shortEscapes.get(character)
    if (short !== undefined) return short
    return isPrintable(character) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
  return `"${escaped.join('')}"`
}

/** On one line: without what YAML takes for a line break, and without the byte order mark, which some readers drop. */
function isPrintable(text: string): boolean {
  return /^[\t\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u.test(text)
}
