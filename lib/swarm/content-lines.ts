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
  let open = ''
  for (const line of meaningful(sample)) {
    if (open) {
      open = isStillOpen(`${open}\n${line}`)
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
      open = isStillOpen(value)
    } else if (tomlQuoted.test(value)) isDistinct ||= hasSection || space !== ''
    else if (!tomlWord.test(value)) return false
  }
  return isDistinct
}

/** The value so far, when its brackets or long quotes are not closed yet; else nothing. */
function isStillOpen(value: string): string {
  const long = /^("""|''')/.exec(value)?.[1]
  if (long) return value.indexOf(long, 3) < 0 ? value : ''
  const bare = value.replace(/"([^"\\]|\\.)*"|'[^']*'|#.*$/gm, '')
  const depth = (bare.match(/[[{]/g)?.length ?? 0) - (bare.match(/[\]}]/g)?.length ?? 0)
  return depth > 0 ? value : ''
}
