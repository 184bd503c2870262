/** More than 1 MB of YAML is no stack file. */
export const longestText = 1_000_000

export type DecodedText =
  | { text: string }
  | { problem: 'text_not_utf8' | 'text_control_character' | 'text_too_long'; offset: number; text?: string }

/**
 * Decodes a file as yaml.v3 reads it: UTF-8, or UTF-16 if it begins with its byte order mark. The mark is no part of
 * the text. `offset` of a problem is where in the text it is, as far as that is known.
 */
export function decodeText(content: string | Uint8Array): DecodedText {
  if (content.length > longestText * 2) return { problem: 'text_too_long', offset: 0 }
  const text = typeof content === 'string' ? content : decodeBytes(content)
  if (text === null) return { problem: 'text_not_utf8', offset: 0 }
  if (text.length > longestText) return { problem: 'text_too_long', offset: 0 }
  const body = text.startsWith('\ufeff') ? text.slice(1) : text
  const offset = body.search(forbidden)
  return offset === -1 ? { text: body } : { problem: 'text_control_character', offset, text: body }
}

/** All but what YAML calls printable. */
const forbidden = /[^\t\n\r\x20-\x7e\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

function decodeBytes(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}
