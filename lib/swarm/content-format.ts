import type { ContentFormat } from '@/lib/contract/data-objects'
import { looksLikeIni, looksLikeToml, looksLikeYaml } from './content-lines'

/** Enough to tell the format, whatever the whole would cost. */
const sampleLength = 8_192

/**
 * Tells the format from the content alone, since configs are named freely. It only decides how the content is shown, so
 * in doubt it is text. Go templates in a config make it what it is without them, or text.
 */
export function detectFormat(data: Uint8Array): ContentFormat {
  const text = decode(data)?.trim()
  if (text === undefined) return 'binary'
  if (/^[[{]/.test(text) && isJson(text)) return 'json'
  if (/^<(\?xml|!|[A-Za-z_][\w:.-]*[\s/>])/.test(text) && text.endsWith('>')) return 'xml'
  // A script and a certificate have lines like KEY=value, too.
  if (text.startsWith('#!') || text.startsWith('-----BEGIN')) return 'text'
  const sample = beginningOf(text)
  if (looksLikeToml(sample)) return 'toml'
  if (looksLikeIni(sample)) return 'ini'
  return looksLikeYaml(sample) ? 'yaml' : 'text'
}

/** Undefined when it is no text: not UTF-8, or with NUL in it, which no text file has. */
function decode(data: Uint8Array): string | undefined {
  if (data.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data)
  } catch {
    return undefined
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Ends with a whole line, if there is one. */
function beginningOf(text: string): string {
  if (text.length <= sampleLength) return text
  const sample = text.slice(0, sampleLength)
  return sample.slice(0, sample.lastIndexOf('\n') + 1) || sample
}
