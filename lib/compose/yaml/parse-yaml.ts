import { Scanner } from './scanner'
import type { MappingNode, ScalarNode, SequenceNode, SyntaxNode } from './syntax-node'
import type { ScalarToken, TagToken, TokenType } from './token'
import { type YamlProblem, YamlSyntaxError } from './yaml-problem'

/**
 * The first document of a YAML text, or null if there is none. Later documents are not even looked at; `endsEarly`
 * says that there are some. Throws YamlSyntaxError. Source of the grammar: go-yaml, parserc.go.
 */
export function parseYaml(text: string): { root: SyntaxNode | null; endsEarly: boolean } {
  const scanner = new Scanner(text)
  const root = new Parser(scanner).document()
  return { root, endsEarly: root !== null && hasMore(scanner) }
}

function hasMore(scanner: Scanner): boolean {
  try {
    return scanner.peek().type !== 'stream-end'
  } catch {
    return true
  }
}

const defaultHandles: readonly [string, string][] = [
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
]

/** Far more than any stack has, and few enough to be read at once. */
const mostScalars = 100_000

type ContentPlace = { isBlock: boolean; mayBeIndentless: boolean; tag: string | null; anchor: string | null }

class Parser {
  #count = 0
  readonly #anchors = new Map<string, SyntaxNode>()
  #handles = new Map<string, string>()

  constructor(readonly scanner: Scanner) {}

  document(): SyntaxNode | null {
    if (this.#next('stream-end')) return null
    const hasDirectives = this.#directives()
    const isExplicit = this.#next('document-start')
    if (hasDirectives && !isExplicit) throw this.#error('document_start_expected')
    if (isExplicit) this.scanner.take()
    const isEmpty = this.#next('document-start', 'document-end', 'stream-end', 'version-directive', 'tag-directive')
    const root = isExplicit && isEmpty ? emptyNode(this.scanner.peek().start) : this.#node({ isBlock: true })
    if (this.#next('document-end')) this.scanner.take()
    return root
  }

  #directives(): boolean {
    const seen = new Set<string>()
    while (this.#next('version-directive', 'tag-directive')) {
      const token = this.scanner.take()
      const handle = token.type === 'tag-directive' ? token.handle : ''
      if (seen.has(handle)) throw new YamlSyntaxError('duplicate_directive', token.start, handle)
      seen.add(handle)
      if (token.type === 'version-directive' && token.version !== '1.1')
        throw new YamlSyntaxError('unsupported_version', token.start)
      if (token.type === 'tag-directive') this.#handles.set(handle, token.prefix)
    }
    for (const [handle, prefix] of defaultHandles) if (!this.#handles.has(handle)) this.#handles.set(handle, prefix)
    return seen.size > 0
  }

  /** A sequence may stand at the indentation of the key whose value it is: `mayBeIndentless`. */
  #node({ isBlock, mayBeIndentless = false }: { isBlock: boolean; mayBeIndentless?: boolean }): SyntaxNode {
    if (this.#next('alias')) return this.#alias()
    const start = this.scanner.peek().start
    const { anchor, tag } = this.#properties()
    const node = this.#content({ isBlock, mayBeIndentless, tag, anchor })
    if (node) return node
    if (anchor !== null || tag !== null) return this.#anchored({ ...emptyNode(start), tag }, anchor)
    throw this.#error('content_expected')
  }

  #content({ isBlock, mayBeIndentless, tag, anchor }: ContentPlace): SyntaxNode | null {
    const token = this.scanner.peek()
    if (token.type === 'scalar') {
      const { value, style, start, end } = this.#takeScalar(token)
      return this.#anchored({ kind: 'scalar', value, style, tag, start, end }, anchor)
    }
    const { type, start, end } = token
    if ((isBlock && type === 'block-sequence-start') || type === 'flow-sequence-start' || type === 'block-entry') {
      if (type === 'block-entry' && !mayBeIndentless) return null
      const node = this.#anchored<SequenceNode>({ kind: 'sequence', items: [], tag, start, end }, anchor)
      if (type === 'block-entry') return this.#indentlessSequence(node)
      return type === 'flow-sequence-start' ? this.#flowSequence(node) : this.#blockSequence(node)
    }
    if ((isBlock && type === 'block-mapping-start') || type === 'flow-mapping-start') {
      const isFlow = type === 'flow-mapping-start'
      const node = this.#anchored<MappingNode>({ kind: 'mapping', isFlow, pairs: [], tag, start, end }, anchor)
      return isFlow ? this.#flowMapping(node) : this.#blockMapping(node)
    }
    return null
  }

  #takeScalar(token: ScalarToken): ScalarToken {
    this.#count += 1
    if (this.#count > mostScalars) throw new YamlSyntaxError('too_large', token.start)
    this.scanner.take()
    return token
  }

  #alias(): SyntaxNode {
    const token = this.scanner.take()
    const name = token.type === 'alias' ? token.value : ''
    const target = this.#anchors.get(name)
    if (!target) throw new YamlSyntaxError('unknown_anchor', token.start, name)
    return { kind: 'alias', name, target, tag: null, start: token.start, end: token.end }
  }

  #properties(): { anchor: string | null; tag: string | null } {
    let anchor: string | null = null
    let tag: string | null = null
    for (let token = this.scanner.peek(); ; token = this.scanner.peek()) {
      if (token.type === 'anchor' && anchor === null) anchor = token.value
      else if (token.type === 'tag' && tag === null) tag = this.#tagOf(token)
      else return { anchor, tag }
      this.scanner.take()
    }
  }

  #tagOf(token: TagToken): string {
    if (token.handle === '') return token.suffix
    const prefix = this.#handles.get(token.handle)
    if (prefix === undefined) throw new YamlSyntaxError('unknown_tag_handle', token.start, token.handle)
    return prefix + token.suffix
  }

  /** The anchor is known within its own node too, so that `&a [*a]` is told from an unknown anchor. */
  #anchored<N extends SyntaxNode>(node: N, anchor: string | null): N {
    if (anchor !== null) this.#anchors.set(anchor, node)
    return node
  }

  #blockSequence(node: SequenceNode): SequenceNode {
    this.scanner.take()
    while (this.#next('block-entry')) {
      const entry = this.scanner.take()
      const isEmpty = this.#next('block-entry', 'block-end')
      node.items.push(isEmpty ? emptyNode(entry.end) : this.#node({ isBlock: true }))
    }
    if (!this.#next('block-end')) throw this.#error('dash_expected')
    this.scanner.take()
    return withEnd(node, node.items.at(-1))
  }

  #indentlessSequence(node: SequenceNode): SequenceNode {
    while (this.#next('block-entry')) {
      const entry = this.scanner.take()
      const isEmpty = this.#next('block-entry', 'key', 'value', 'block-end')
      node.items.push(isEmpty ? emptyNode(entry.end) : this.#node({ isBlock: true }))
    }
    return withEnd(node, node.items.at(-1))
  }

  #blockMapping(node: MappingNode): MappingNode {
    this.scanner.take()
    while (this.#next('key', 'value')) {
      const key = this.#next('key') ? this.#blockPart() : emptyNode(this.scanner.peek().start)
      const value = this.#next('value') ? this.#blockPart() : emptyNode(this.scanner.peek().start)
      node.pairs.push({ key, value })
    }
    if (!this.#next('block-end')) throw this.#error('key_expected')
    this.scanner.take()
    return withEnd(node, node.pairs.at(-1)?.value)
  }

  #blockPart(): SyntaxNode {
    const mark = this.scanner.take()
    if (this.#next('key', 'value', 'block-end')) return emptyNode(mark.end)
    return this.#node({ isBlock: true, mayBeIndentless: true })
  }

  #flowSequence(node: SequenceNode): SequenceNode {
    this.scanner.take()
    while (!this.#next('flow-sequence-end')) {
      if (node.items.length > 0) this.#separator('sequence_end_expected')
      if (this.#next('flow-sequence-end')) break
      node.items.push(this.#next('key') ? this.#singlePair() : this.#node({ isBlock: false }))
    }
    node.end = this.scanner.take().end
    return node
  }

  /** `[a: b]` is a list of one mapping. */
  #singlePair(): MappingNode {
    const start = this.scanner.peek().start
    const key = this.#flowPart('flow-sequence-end')
    const value = this.#next('value') ? this.#flowPart('flow-sequence-end') : emptyNode(this.scanner.peek().start)
    return { kind: 'mapping', isFlow: true, tag: null, start, end: value.end, pairs: [{ key, value }] }
  }

  #flowMapping(node: MappingNode): MappingNode {
    this.scanner.take()
    while (!this.#next('flow-mapping-end')) {
      if (node.pairs.length > 0) this.#separator('mapping_end_expected')
      if (this.#next('flow-mapping-end')) break
      const hasMark = this.#next('key')
      const key = hasMark ? this.#flowPart('flow-mapping-end') : this.#node({ isBlock: false })
      const hasValue = hasMark && this.#next('value')
      const value = hasValue ? this.#flowPart('flow-mapping-end') : emptyNode(this.scanner.peek().start)
      node.pairs.push({ key, value })
    }
    node.end = this.scanner.take().end
    return node
  }

  #flowPart(end: TokenType): SyntaxNode {
    const mark = this.scanner.take()
    return this.#next('value', 'flow-entry', end) ? emptyNode(mark.end) : this.#node({ isBlock: false })
  }

  #separator(problem: 'sequence_end_expected' | 'mapping_end_expected'): void {
    if (!this.#next('flow-entry')) throw this.#error(problem)
    this.scanner.take()
  }

  #next(...types: TokenType[]): boolean {
    return types.includes(this.scanner.peek().type)
  }

  #error(problem: YamlProblem): YamlSyntaxError {
    return new YamlSyntaxError(problem, this.scanner.peek().start)
  }
}

function emptyNode(offset: number): ScalarNode {
  return { kind: 'scalar', value: '', style: 'plain', tag: null, start: offset, end: offset }
}

function withEnd<N extends SyntaxNode>(node: N, last: SyntaxNode | undefined): N {
  if (last) node.end = last.end
  return node
}
