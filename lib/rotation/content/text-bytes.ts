/** A file as text, with what an editor would lose: a byte order mark and the way in which its lines end. */
export type TextFile = { text: string; hasMark: boolean; lineEnding: '\n' | '\r\n' | 'mixed' }

const mark = '\u{feff}'

/** Reads bytes as UTF-8 text; null where they are not, and turning them into text and back would change them. */
export function textFromBytes(bytes: Uint8Array): TextFile | null {
  const decoded = decode(bytes)
  if (decoded === null || decoded.includes('\0')) return null
  const hasMark = decoded.startsWith(mark)
  const text = hasMark ? decoded.slice(mark.length) : decoded
  return { text, hasMark, lineEnding: lineEndingOf(text) }
}

export function bytesFromText(text: string, hasMark: boolean): Uint8Array {
  return new TextEncoder().encode(hasMark ? mark + text : text)
}

/** A file without any line feed counts as `\n`: the first one typed decides nothing that was there before. */
export function lineEndingOf(text: string): TextFile['lineEnding'] {
  const feeds = count(text, '\n')
  const returns = count(text, '\r')
  const pairs = count(text, '\r\n')
  if (returns === 0) return '\n'
  return pairs === feeds && pairs === returns ? '\r\n' : 'mixed'
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

export function bytesFromBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

export function base64FromBytes(bytes: Uint8Array): string {
  // In pieces: an argument list of a megabyte overflows the stack.
  const pieces: string[] = []
  for (let start = 0; start < bytes.length; start += 8_192) {
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + 8_192)))
  }
  return btoa(pieces.join(''))
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function count(text: string, part: string): number {
  return text.split(part).length - 1
}
