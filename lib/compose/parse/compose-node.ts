import type { Place } from '@/lib/compose/place'

export type ListNode = { kind: 'list'; items: ComposeNode[]; place: Place }
export type MappingEntry = { keyPlace: Place; value: ComposeNode }
export type MappingNode = { kind: 'mapping'; entries: ReadonlyMap<string, MappingEntry>; place: Place }
export type TextNode = { kind: 'text'; value: string; place: Place }
/** An integer from -2^63 to 2^64-1. Go tells it from a float, 2 from 2.0, and the CLI with it. */
export type IntegerNode = { kind: 'integer'; value: bigint; place: Place }
export type FloatNode = { kind: 'float'; value: number; place: Place }
/** An unquoted date. The CLI writes it as Go prints a time, but validates it as the JSON text. */
export type TimeNode = { kind: 'time'; goText: string; jsonText: string; place: Place }

/**
 * A value of a Compose file as the CLI holds it after reading the YAML, with its place. User keys are in maps, so that
 * one named `__proto__` is like any other. An odd mapping has keys that are no text; the CLI refuses it wherever it is.
 */
export type ComposeNode =
  | { kind: 'null'; place: Place }
  | { kind: 'boolean'; value: boolean; place: Place }
  | IntegerNode
  | FloatNode
  | TextNode
  | TimeNode
  | ListNode
  | MappingNode
  | { kind: 'odd-mapping'; place: Place }

/** The value of a key; undefined if the node is no mapping or has no such key. */
export function childOf(node: ComposeNode | undefined, key: string): ComposeNode | undefined {
  return node?.kind === 'mapping' ? node.entries.get(key)?.value : undefined
}

export function entriesOf(node: ComposeNode | undefined): [string, MappingEntry][] {
  return node?.kind === 'mapping' ? [...node.entries] : []
}

export function itemsOf(node: ComposeNode | undefined): ComposeNode[] {
  return node?.kind === 'list' ? node.items : []
}

/** The node at the end of a path of keys and indexes. */
export function nodeAt(node: ComposeNode | undefined, path: readonly (string | number)[]): ComposeNode | undefined {
  let current = node
  for (const part of path) current = typeof part === 'number' ? itemsOf(current)[part] : childOf(current, part)
  return current
}
