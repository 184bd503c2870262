import { byBytes } from '@/lib/compose/byte-order'
import type { ComposeNode } from './compose-node'
import { formatGoFloat } from './go-number'

/** A value as Go's `%v` prints it. */
export function goValue(node: ComposeNode): string {
  if (node.kind === 'text' || node.kind === 'integer' || node.kind === 'boolean') return String(node.value)
  if (node.kind === 'float') return formatGoFloat(node.value)
  if (node.kind === 'time') return node.goText
  if (node.kind === 'list') return `[${node.items.map(goValue).join(' ')}]`
  if (node.kind !== 'mapping') return '<nil>'
  const entries = [...node.entries].toSorted(([a], [b]) => byBytes(a, b))
  return `map[${entries.map(([key, { value }]) => `${key}:${goValue(value)}`).join(' ')}]`
}
