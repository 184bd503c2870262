import { byBytes } from '@/lib/compose/byte-order'
import { trimSpace, upperCase } from '@/lib/compose/formats/go-text'

/**
 * The capabilities to add and to drop: in one spelling, sorted, ALL in place of all others of its list. What is added
 * is not dropped; RESET means nothing. Source: docker/cli, opts/capabilities.go.
 */
export function effectiveCapabilities(add: string[], drop: string[]): { add: string[]; drop: string[] } {
  const added = normalized(add)
  return {
    add: [...added].toSorted(byBytes),
    drop: [...normalized(drop)].filter((capability) => !added.has(capability)).toSorted(byBytes),
  }
}

function normalized(capabilities: string[]): Set<string> {
  const all = new Set(capabilities.map(normalize))
  all.delete('RESET')
  return all.has('ALL') ? new Set(['ALL']) : all
}

function normalize(text: string): string {
  const capability = upperCase(trimSpace(text))
  return capability === 'ALL' || capability === 'RESET' || capability.startsWith('CAP_')
    ? capability
    : `CAP_${capability}`
}
