import { trimStart } from './go-text'

export type EnvFile = { variables: Map<string, string> } | { problem: EnvFileProblem; line: number; variable: string }

export type EnvFileProblem = 'no_name' | 'name_with_space' | 'not_utf8' | 'line_too_long'

/** With the end of the line. Source: Go, bufio.MaxScanTokenSize. */
const longestLineBytes = 64 * 1024

/**
 * The lines `KEY=VALUE` of an env_file: nothing is unquoted or interpolated, and white space at the end of a line
 * belongs to the value. A key alone gets its value from the given variables, or is left out. Source: docker/cli,
 * pkg/kvfile.
 */
export function parseEnvFile(content: Uint8Array, given: ReadonlyMap<string, string>): EnvFile {
  const variables = new Map<string, string>()
  const text = decode(content)
  if (text === null) return { problem: 'not_utf8', line: 1, variable: '' }
  for (const [index, rawLine] of text.split('\n').entries()) {
    if (isTooLong(rawLine)) return { problem: 'line_too_long', line: index + 1, variable: '' }
    const line = trimStart(rawLine.replace(/\r$/, ''))
    if (line === '' || line.startsWith('#')) continue
    const at = line.indexOf('=')
    const key = at === -1 ? line : line.slice(0, at)
    if (key === '') return { problem: 'no_name', line: index + 1, variable: '' }
    if (/[ \t]/.test(key)) return { problem: 'name_with_space', line: index + 1, variable: key }
    const value = at === -1 ? given.get(key) : line.slice(at + 1)
    if (value !== undefined) variables.set(key, value)
  }
  return { variables }
}

/** A character is three bytes at most, or four in two units. */
function isTooLong(line: string): boolean {
  return line.length * 3 >= longestLineBytes && new TextEncoder().encode(line).length >= longestLineBytes
}

function decode(content: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return null
  }
}
