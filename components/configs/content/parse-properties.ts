/** One line of an INI or properties file. `value` null where the line has only a name. */
export type Entry = { section: string; key: string; value: string | null; line: number }

/** The entries of an INI or properties file, in the file's order and with doubles kept. Comments are left to the text. */
export function parseProperties(text: string): Entry[] {
  const entries: Entry[] = []
  let section = ''
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (line === '' || /^[#;!]/.test(line)) continue
    const heading = /^\[(.+)\]$/.exec(line)
    if (heading) section = heading[1] ?? ''
    else entries.push({ section, ...pairOf(line), line: index + 1 })
  }
  return entries
}

/** The first `=` divides; a `:` only where there is none, since values such as URLs have them. */
function pairOf(line: string): Pick<Entry, 'key' | 'value'> {
  const sign = line.includes('=') ? '=' : ':'
  const at = line.indexOf(sign)
  if (at < 0) return { key: line, value: null }
  return { key: line.slice(0, at).trim(), value: line.slice(at + 1).trim() }
}
