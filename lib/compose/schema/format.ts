import { parseDuration } from '@/lib/compose/formats/duration'
import { parsePortSpec } from '@/lib/compose/formats/port-spec'
import type { ComposeNode } from '@/lib/compose/parse/compose-node'
import type { Rule } from './rule'

/** Whether a text or number has the form that the schema names. Source: docker/cli, cli/compose/schema/schema.go. */
export function hasFormat(node: ComposeNode, format: NonNullable<Rule['format']>): boolean {
  if (format === 'duration') return node.kind === 'text' && parseDuration(node.value) !== null
  if (node.kind === 'text') return isPortSpec(node.value)
  // The checker sees every number as a float and cuts off its fraction: 80.5 passes here, and fails when it is read.
  if (node.kind === 'integer' || node.kind === 'float') return isPortSpec(String(Math.trunc(Number(node.value))))
  return false
}

function isPortSpec(text: string): boolean {
  return !('problem' in parsePortSpec(text))
}
