import { finding } from '@/lib/compose/finding'
import type { Place, Source } from '@/lib/compose/place'
import { ComposeRefusal } from '@/lib/compose/refusal'
import type { AliasNode, MappingNode, SyntaxNode } from '@/lib/compose/yaml/syntax-node'
import type { ComposeNode, MappingEntry } from './compose-node'
import { resolveScalar } from './resolve-scalar'

/**
 * How many nodes a file may have once its aliases are followed. The CLI allows 400,000 and more; a few lines of aliases
 * to aliases reach any number, and no stack needs this one.
 */
const mostNodes = 50_000

/** How many aliases may lead to one another. Each goes down by up to as many levels as the text is deep. */
const mostAliases = 30

/**
 * Turns the syntax tree into values, as yaml.v3 decodes into untyped maps: aliases followed, merge keys merged,
 * duplicate keys refused. Source: go-yaml, decode.go.
 */
export function readNodes(root: SyntaxNode, source: Source): { value: ComposeNode; ignoredTags: IgnoredTag[] } {
  const reader = new NodeReader(source)
  const value = reader.read(root)
  return { value, ignoredTags: [...reader.ignoredTags.values()] }
}

/** A tag such as `!reset`, which has a meaning elsewhere and none to the CLI. */
export type IgnoredTag = { tag: string; place: Place }

const standardTag = /^!$|^tag:yaml\.org,2002:/

class NodeReader {
  #count = 0
  readonly #open = new Set<AliasNode>()
  /** By where the value stands: aliases lead there more than once. */
  readonly ignoredTags = new Map<number, IgnoredTag>()

  constructor(readonly source: Source) {}

  read(node: SyntaxNode): ComposeNode {
    this.#countOne(node)
    const place = { source: this.source, start: node.start, end: node.end }
    if (node.kind === 'alias') return this.#follow(node, (target) => this.read(target))
    if (node.tag !== null && !standardTag.test(node.tag)) this.ignoredTags.set(node.start, { tag: node.tag, place })
    if (node.kind === 'sequence') return { kind: 'list', items: node.items.map((item) => this.read(item)), place }
    if (node.kind === 'mapping') return this.#mapping(node)
    const value = resolveScalar(node)
    if (value.kind === 'misfit') this.#refuse('yaml_bad_tag', node, { tag: value.tag })
    if (value.kind === 'merge') return { kind: 'text', value: '<<', place }
    return { ...value, place }
  }

  #countOne(node: SyntaxNode): void {
    this.#count += 1
    if (this.#count > mostNodes) this.#refuse('too_many_nodes', node, { most: mostNodes })
  }

  #follow<T>(alias: AliasNode, readTarget: (target: SyntaxNode) => T): T {
    if (this.#open.has(alias)) this.#refuse('yaml_anchor_contains_itself', alias, { anchor: alias.name })
    if (this.#open.size >= mostAliases) this.#refuse('too_many_nodes', alias, { most: mostNodes })
    this.#open.add(alias)
    const result = readTarget(alias.target)
    this.#open.delete(alias)
    return result
  }

  #mapping(node: MappingNode): ComposeNode {
    const place = { source: this.source, start: node.start, end: node.end }
    this.#refuseDuplicates(node)
    const entries = new Map<string, MappingEntry>()
    const keys = node.pairs.map(({ key }) => this.#key(key))
    for (const [index, { key, value }] of node.pairs.entries()) {
      const { kind, text } = keys[index] ?? { kind: 'odd', text: '' }
      const entry = kind === 'merge' ? null : { keyPlace: this.#placeOf(key), value: this.read(value) }
      if (kind === 'text' && entry) entries.set(text, entry)
    }
    const odd = keys.findIndex(({ kind }) => kind === 'odd')
    if (odd !== -1) return { kind: 'odd-mapping', place: this.#placeOf(node.pairs[odd]?.key ?? node) }
    for (const [index, { value }] of node.pairs.entries())
      if (keys[index]?.kind === 'merge') this.#merge(value, entries)
    return { kind: 'mapping', entries, place }
  }

  /** Text keys and `<<` make an ordinary mapping; a list or a mapping as a key is refused at once. */
  #key(node: SyntaxNode): { kind: 'text' | 'merge' | 'odd'; text: string } {
    if (node.kind === 'alias') return this.#follow(node, (target) => this.#key(target))
    if (node.kind !== 'scalar') this.#refuse('yaml_bad_key', node, {})
    const value = resolveScalar(node)
    if (value.kind === 'merge') return { kind: 'merge', text: '<<' }
    const isPlainText = node.tag === null || node.tag === '!' || node.tag === 'tag:yaml.org,2002:str'
    return { kind: value.kind === 'text' && isPlainText ? 'text' : 'odd', text: node.value }
  }

  /** Compares what is written, so `1` and `"1"` are the same key. */
  #refuseDuplicates(node: MappingNode): void {
    const seen = new Map<string, SyntaxNode>()
    for (const { key } of node.pairs) {
      const written = `${key.kind}:${key.kind === 'scalar' ? key.value : key.kind === 'alias' ? key.name : ''}`
      const first = seen.get(written)
      if (first) {
        const firstLine = finding('yaml_duplicate_key', this.#placeOf(first)).line ?? 0
        this.#refuse('yaml_duplicate_key', key, { key: key.kind === 'scalar' ? key.value : '', firstLine })
      }
      seen.set(written, key)
    }
  }

  /** Keys that are there already win, so of several merged mappings the first wins. */
  #merge(node: SyntaxNode, entries: Map<string, MappingEntry>): void {
    if (node.kind === 'sequence') {
      for (const item of node.items) this.#mergeOne(item, entries)
      return
    }
    this.#mergeOne(node, entries)
  }

  #mergeOne(node: SyntaxNode, entries: Map<string, MappingEntry>): void {
    if (node.kind === 'alias') {
      if (node.target.kind !== 'mapping') this.#refuse('yaml_bad_merge', node, {})
      this.#follow(node, (target) => this.#mergeOne(target, entries))
      return
    }
    if (node.kind !== 'mapping') this.#refuse('yaml_bad_merge', node, {})
    this.#refuseDuplicates(node)
    const nested: SyntaxNode[] = []
    for (const { key, value } of node.pairs) {
      this.#countOne(key)
      const { kind, text } = this.#key(key)
      if (kind === 'merge') nested.push(value)
      else if (!entries.has(text)) entries.set(text, { keyPlace: this.#placeOf(key), value: this.read(value) })
    }
    for (const value of nested) this.#merge(value, entries)
  }

  #placeOf({ start, end }: SyntaxNode) {
    return { source: this.source, start, end }
  }

  #refuse(
    code:
      | 'too_many_nodes'
      | 'yaml_bad_tag'
      | 'yaml_bad_key'
      | 'yaml_bad_merge'
      | 'yaml_duplicate_key'
      | 'yaml_anchor_contains_itself',
    node: SyntaxNode,
    params: Record<string, string | number>,
  ): never {
    throw new ComposeRefusal([finding(code, this.#placeOf(node), params)])
  }
}
