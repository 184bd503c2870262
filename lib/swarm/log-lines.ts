import type { LogLine } from '@/lib/contract/tasks'

type Piece = { stream: LogLine['stream']; bytes: Uint8Array }
type Limits = { mostLines: number; mostBytes: number }

/** A line of more than this is hardly one that somebody reads. */
const longestLine = 1_000

/** The last lines of a log, as text that is safe to show. `isCut`: there was more before them. */
export function logLines(pieces: readonly Piece[], { mostLines, mostBytes }: Limits) {
  const all = pieces.flatMap(({ stream, bytes }) => linesOf(bytes).map((text) => ({ stream, text: shortened(text) })))
  const lines: LogLine[] = []
  let size = 0
  for (const line of all.toReversed()) {
    size += Buffer.byteLength(line.text)
    if (lines.length === mostLines || size > mostBytes) break
    lines.unshift(line)
  }
  return { lines, isCut: lines.length < all.length }
}

function linesOf(bytes: Uint8Array): string[] {
  const lines = new TextDecoder().decode(bytes).split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line) => printable(line.replace(/\r$/, '')))
}

const bell = String.fromCharCode(0x07)
const esc = String.fromCharCode(0x1b)
/** The control characters of one byte that begin an order, and the one that ends a string. */
const csi = String.fromCharCode(0x9b)
const dcs = String.fromCharCode(0x90)
const oscToApc = `${String.fromCharCode(0x9d)}-${String.fromCharCode(0x9f)}`
const st = String.fromCharCode(0x9c)

/** What a terminal takes for orders. Each consumes at least what begins it: the whole takes time in proportion to the text. */
const orders = new RegExp(
  [
    // Colours and movements.
    `(?:${esc}\\[|${csi})[0-?]*[ -/]*[@-~]?`,
    // Titles, links and strings for devices.
    `(?:${esc}[\\]PX^_]|[${dcs}${oscToApc}])[^${bell}${esc}${st}]*(?:${bell}|${esc}\\\\|${st})?`,
    `${esc}[ -/]*[0-~]?`,
  ].join('|'),
  'g',
)

/** Without orders to a terminal; other control characters, and those that turn the direction of text, are spelt out. */
export function printable(text: string): string {
  return text
    .replace(orders, '')
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, (character) =>
      character === '\t' ? character : `\\u{${character.charCodeAt(0).toString(16)}}`,
    )
}

function shortened(text: string): string {
  return text.length > longestLine ? `${text.slice(0, longestLine)}…` : text
}
