import type { ComposeNode } from '@/lib/compose/parse/compose-node'
import type { JsonType } from './rule'

/** The JSON type of a value as the schema sees it. A whole float is an integer there; null for odd mappings. */
export function jsonTypesOf(node: ComposeNode): readonly JsonType[] {
  switch (node.kind) {
    case 'integer':
      return ['integer', 'number']
    case 'float':
      return Number.isInteger(node.value) ? ['integer', 'number'] : ['number']
    case 'text':
    case 'time':
      return ['string']
    case 'list':
      return ['array']
    case 'mapping':
      return ['object']
    case 'odd-mapping':
      return []
    default:
      return [node.kind]
  }
}

/** JSON with sorted keys and numbers as float64: equal texts are what the schema takes for equal. */
export function jsonTextOf(node: ComposeNode): string {
  switch (node.kind) {
    case 'integer':
    case 'float':
      return String(Number(node.value))
    case 'text':
      return JSON.stringify(node.value)
    case 'time':
      return JSON.stringify(node.jsonText)
    case 'boolean':
      return String(node.value)
    case 'list':
      return `[${node.items.map(jsonTextOf).join(',')}]`
    case 'mapping': {
      const members = [...node.entries].map(([key, { value }]) => `${JSON.stringify(key)}:${jsonTextOf(value)}`)
      return `{${members.toSorted().join(',')}}`
    }
    default:
      return 'null'
  }
}

/** The first value that no JSON can hold: a mapping with a key that is no text, or a number that is not finite. */
export function findUnencodable(node: ComposeNode, path = ''): { node: ComposeNode; path: string } | null {
  if (node.kind === 'odd-mapping') return { node, path }
  if (node.kind === 'float' && !Number.isFinite(node.value)) return { node, path }
  if (node.kind === 'list') return firstOf(node.items.map((item, index) => [item, `${path}.${index}`]))
  if (node.kind === 'mapping')
    return firstOf([...node.entries].map(([key, { value }]) => [value, path === '' ? key : `${path}.${key}`]))
  return null
}

function firstOf(children: [ComposeNode, string][]): { node: ComposeNode; path: string } | null {
  for (const [child, path] of children) {
    const found = findUnencodable(child, path)
    if (found) return found
  }
  return null
}
