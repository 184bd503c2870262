/*
 * Formats told line by line. Parsers are not asked: this runs for whatever somebody has put into a config, and nesting
 * without end makes YAML's parser take V8 down, not just throw.
 */

/** Lines that say something, without the comments of INI and TOML files. */
function meaningful(sample: string): string[] {
  return sample.split(/\r?\n/).filter((line) => line.trim() !== '' && !/^\s*[#;]/.test(line))
}

const section = /^\s*\[\[?\s*[^\]]+\]?\]\s*([#;].*)?$/

const iniPair = /^\s*(export\s+)?[\w.@/$*-][^=:{}()<>]*=/

/**
 * Sections and `key=value` pairs: INI, Java's properties, environment files. A line without `=` is an option that is
 * switched on when there are sections, and a continuation where it is indented or the line before ends in a backslash.
 */
export function looksLikeIni(sample: string): boolean {
  const lines = meaningful(sample)
  const hasSections = lines.some((line) => section.test(line))
  const isPart = (line: string, index: number) =>
    iniPair.test(line) ||
    section.test(line) ||
    (index > 0 && (/^\s/.test(line) || lines[index - 1]?.endsWith('\\'))) ||
    (hasSections && /^[\w.-]+$/.test(line))
  return lines.some((line) => iniPair.test(line)) && lines.every(isPart)
}

const tomlKey = String.raw`(?:[\w-]+|"[^"]*"|'[^']*')`
const tomlPair = new RegExp(String.raw`^\s*${tomlKey}(?:\s*\.\s*${tomlKey})*(\s*)=\s*(.+)$`)
const tomlWord = /^(true|false|[+-]?(\d[\d_.eE+:TZ-]*|inf|nan|0[xob][\da-fA-F_]+))\s*(#.*)?$/
const tomlQuoted = /^("([^"\\]|\\.)*"|'[^']*')\s*(#.*)?$/
const tomlBlock = /^("""|'''|\[|\{)/

/**
 * What INI files cannot be: each value typed as in TOML, at least one of them in a form that INI files do not have. A
 * quoted value alone could be an environment file, so it needs spaces around its `=` or a section before it.
 */
export function looksLikeToml(sample: string): boolean {
  let isDistinct = false
  let hasSection = false
  const block = new OpenBlock()
  for (const line of meaningful(sample)) {
    if (block.isOpen) {
      block.take(line)
      continue
    }
    if (section.test(line)) {
      hasSection = true
      isDistinct ||= /^\s*\[\[/.test(line)
      continue
    }
    const [, space = '', value = ''] = tomlPair.exec(line) ?? []
    if (tomlBlock.test(value)) {
      isDistinct = true
      block.begin(value)
    } else if (tomlQuoted.test(value)) isDistinct ||= hasSection || space !== ''
    else if (!tomlWord.test(value)) return false
  }
  return isDistinct
}

/** A value of TOML that goes on over several lines: a list, a table in braces, or a long string. */
class OpenBlock {
  private depth = 0
  private quote: string | null = null

  get isOpen(): boolean {
    return this.depth > 0 || this.quote !== null
  }

  begin(value: string): void {
    const quote = /^("""|''')/.exec(value)?.[1]
    if (!quote) this.take(value)
    else if (value.indexOf(quote, quote.length) < 0) this.quote = quote
  }

  take(line: string): void {
    if (this.quote !== null) {
      if (line.includes(this.quote)) this.quote = null
      return
    }
    const bare = line.replace(/"([^"\\]|\\.)*"|'[^']*'|#.*$/g, '')
    this.depth += (bare.match(/[[{]/g)?.length ?? 0) - (bare.match(/[\]}]/g)?.length ?? 0)
  }
}

const yamlKey = /^("[^"]*"|'[^']*'|[\w.$/<~^(][^\s]*)\s*:(\s|$)/
const yamlMark = /^(---|\.\.\.)(\s|$)|^%(YAML|TAG) /

/**
 * Lines that are not indented are keys, or list items, or close what was opened; under them anything may stand. A key has
 * no spaces, for "Dear reader: …" is prose, although YAML would take it.
 */
export function looksLikeYaml(sample: string): boolean {
  const lines = sample.split(/\r?\n/).filter((line) => !/^\s*(#|$)/.test(line) && !yamlMark.test(line))
  const isKeyOrItem = (line: string) => yamlKey.test(line) || /^-(\s|$)/.test(line)
  const isInside = (line: string, index: number) => index > 0 && /^( |[\]}])/.test(line)
  return lines.length > 0 && lines.every((line, index) => isKeyOrItem(line) || isInside(line, index))
}
