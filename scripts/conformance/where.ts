import type { Finding } from '@/lib/compose/finding'

/** What in an error of the CLI says where: each pattern with the parameter of ours that must say the same. */
const patterns: { pattern: RegExp; params: readonly string[] }[] = [
  {
    pattern: /^((?:services|networks|volumes|secrets|configs|version(?= must)|x-[\w-]*|\(root\))[^\s:]*) \S/m,
    params: ['path'],
  },
  { pattern: /interpolation format for (\S+):/, params: ['path'] },
  { pattern: /error while interpolating (\S+):/, params: ['path'] },
  { pattern: /(?:^|for )service (\S+):/m, params: ['service'] },
  { pattern: /^(?:open|read) (\S+): /m, params: ['path', 'file'] },
  { pattern: /invalid env file \((\S+)\)/, params: ['path'] },
  { pattern: /undefined (?:network|volume|secret|config) "(.*)"/, params: ['name'] },
  { pattern: /for volume "(.*)"/, params: ['name'] },
  { pattern: /^(?:network|volume|secret|config) (\S+): /m, params: ['name'] },
  { pattern: /unsupported Compose file version: (.*)/, params: ['version'] },
  { pattern: /mapping key "(.*)" already defined/, params: ['key'] },
  { pattern: /anchor '(.*)' value contains itself/, params: ['anchor'] },
]

/**
 * Where the CLI and we see the fault at different places: the place of the CLI, or null if it says none or one of ours
 * is the same. With several faults the CLI picks one by chance, so any of ours will do.
 */
export function differentPlace(stderr: string, findings: readonly Finding[]): string | null {
  const text = stderr.replaceAll(/^(?:time=|Ignoring|Since --detach|In a future release).*$/gm, '')
  for (const { pattern, params } of patterns) {
    const match = pattern.exec(text)
    const place = match && unquoted(match[0], match[1] ?? '')
    if (place === null) continue
    const isOurs = findings.some((found) => params.some((param) => String(found.params[param]) === place))
    if (!isOurs) return place
  }
  return null
}

/** A name that Go has put into quotes, with its escapes undone. */
function unquoted(match: string, name: string): string {
  if (!match.includes(`"${name}"`)) return name
  try {
    return String(JSON.parse(`"${name}"`))
  } catch {
    return name
  }
}
