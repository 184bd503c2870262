import type { Node } from '@/lib/swarm/engine-types'

/** Key, operator and value, with the spaces that the engine allows (moby/swarmkit, manager/constraint/constraint.go). */
const expression = /^\s*([a-z_][a-z0-9\-_.]*?)\s*(==|!=)\s*(.+?)\s*$/i

/** True when the node satisfies all constraints. A constraint that cannot be read fits no node, as in the engine. */
export function fitsConstraints(node: Node, constraints: readonly string[]): boolean {
  return constraints.every((constraint) => {
    const [, key, operator, value] = expression.exec(constraint) ?? []
    if (!key || !value) return false
    const matches = nodeValue(node, key).toLowerCase() === value.toLowerCase()
    return operator === '==' ? matches : !matches
  })
}

function nodeValue(node: Node, key: string): string {
  const lower = key.toLowerCase()
  // Keys of labels keep their case; only the prefix does not matter.
  if (lower.startsWith('node.labels.')) return label(node.Spec.Labels, key.slice('node.labels.'.length))
  if (lower.startsWith('engine.labels.')) {
    return label(node.Description.Engine?.Labels, key.slice('engine.labels.'.length))
  }
  if (lower === 'node.id') return node.ID
  if (lower === 'node.hostname') return node.Description.Hostname
  if (lower === 'node.role') return node.Spec.Role
  if (lower === 'node.ip') return node.Status.Addr ?? ''
  if (lower === 'node.platform.os') return node.Description.Platform?.OS ?? ''
  if (lower === 'node.platform.arch') return node.Description.Platform?.Architecture ?? ''
  return ''
}

/** Own labels only: `constructor` is a legal key. */
function label(labels: Record<string, string> | undefined, key: string): string {
  return labels && Object.hasOwn(labels, key) ? (labels[key] ?? '') : ''
}
