import { type Finding, finding, replacing } from '@/lib/compose/finding'
import type { MappingNode } from '@/lib/compose/parse/compose-node'
import { childOf } from '@/lib/compose/parse/compose-node'
import { goValue } from '@/lib/compose/parse/go-value'
import { newestMinor } from './stack-rule'

/**
 * The version that a file asks for, as text: `3.13` if it has none, `3` or an empty one. Read before variables are put
 * in, and from the YAML value: an unquoted 3.10 is the number 3.1. Source: docker/cli, cli/compose/schema/schema.go.
 */
export function versionOf(root: MappingNode): string {
  const node = childOf(root, 'version')
  const text = node ? goValue(node) : ''
  return text === '' || text === '3' ? `3.${newestMinor}` : text
}

/** The number after `3.`, or null for a version that does not exist. */
export function minorOf(version: string): number | null {
  const digits = /^3\.(0|[1-9]\d?)$/.exec(version)?.[1]
  return digits !== undefined && Number(digits) <= newestMinor ? Number(digits) : null
}

export function unsupportedVersion(root: MappingNode, version: string): Finding {
  const node = childOf(root, 'version')
  const edits = node?.kind === 'null' || !node ? [] : [replacing(node.place, `"3.${newestMinor}"`)]
  return finding('version_unsupported', node?.place ?? root.place, { version, newest: `3.${newestMinor}` }, edits)
}
