export type Section = 'networks' | 'volumes' | 'configs' | 'secrets' | 'services'

/** The names that a section at the top of a Compose file has, read by indentation, since half-typed files do not parse. */
export function namesIn(text: string, section: Section): string[] {
  const lines = text.split(/\r?\n/)
  const start = lines.findIndex((line) => isHead(line, section))
  if (start === -1) return []
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => /^[^\s#]/.test(line))
  const body = (end === -1 ? rest : rest.slice(0, end)).flatMap((line) => {
    const [, indent, name] = /^(\s+)["']?([^\s"'#:][^"'#:]*)["']?\s*:/.exec(line) ?? []
    return indent && name ? [{ column: indent.length, name }] : []
  })
  const column = Math.min(...body.map((entry) => entry.column))
  return body.filter((entry) => entry.column === column).map(({ name }) => name)
}

function isHead(line: string, section: Section): boolean {
  return new RegExp(`^["']?${section}["']?\\s*:\\s*(#.*)?$`).test(line)
}

/**
 * What has to be inserted so that something of the swarm can be named in the file: `external: true` in its section. Null
 * where the section is written in braces.
 */
export function declareExternal(text: string, section: Section, name: string): { at: number; text: string } | null {
  const lines = text.split('\n')
  const head = lines.findIndex((line) => isHead(line.replace(/\r$/, ''), section))
  const entry = `  ${name}:\n    external: true\n`
  if (head !== -1) {
    const end = lines.slice(0, head + 1).join('\n').length
    return end === text.length ? { at: end, text: `\n${entry}` } : { at: end + 1, text: entry }
  }
  if (new RegExp(`^["']?${section}["']?\\s*:`, 'm').test(text)) return null
  return { at: text.length, text: `${text.endsWith('\n') || text === '' ? '' : '\n'}${section}:\n${entry}` }
}
