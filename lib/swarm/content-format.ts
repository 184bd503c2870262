import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { ContentFormat } from '@/lib/contract/data-objects'
import { looksLikeIni, looksLikeToml } from './content-lines'

/** Enough to tell the format. YAML's parser would need seconds for a whole megabyte. */
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

/** Ends where a line begins that is not indented, so that no YAML block is cut in its middle. */
function beginningOf(text: string): string {
  if (text.length <= sampleLength) return text
  const sample = text.slice(0, sampleLength)
  const end = sample.search(/\n(?=\S)(?![\s\S]*\n\S)/)
  return end < 0 ? sample : sample.slice(0, end)
}

/** A list, or a map with keys as programs have them: "Dear reader: …" is prose, although YAML would take it. */
function looksLikeYaml(sample: string): boolean {
  const document = parseDocument(sample.replace(/\n---\s[\s\S]*$/, ''), { logLevel: 'silent', uniqueKeys: false })
  if (document.errors.length > 0) return false
  if (isSeq(document.contents)) return true
  if (!isMap(document.contents)) return false
  return document.contents.items.every(({ key }) => isScalar(key) && /^[^\s:][^\s]*$/.test(String(key.value)))
}
