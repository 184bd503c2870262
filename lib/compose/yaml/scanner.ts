import { Cursor, isBlankOrEnd, isBreak } from './cursor'
import { PossibleKeys } from './possible-keys'
import { scanBlock } from './scan-block'
import { scanPlain } from './scan-plain'
import { scanAnchor, scanDirective, scanTag } from './scan-property'
import { scanQuoted } from './scan-quoted'
import type { MarkType, Token } from './token'
import { YamlSyntaxError } from './yaml-problem'

/** The CLI goes down to 10,000 levels. No stack file needs more than this, and our recursion stays small. */
const deepest = 100

/** yaml.v3 looks for comments two tokens ahead, so errors are found there even behind the end of a document. */
const lookAhead = 2

/**
 * Turns YAML text into tokens as Go's yaml.v3 does, which reads neither YAML 1.1 nor 1.2 to the letter. A key is
 * recognised only at its colon, so tokens wait in a queue until it is clear whether a key begins at the first of them.
 * Source: go-yaml, scannerc.go.
 */
export class Scanner {
  readonly #cursor: Cursor
  #queue: Token[] = []
  #taken = 0
  #isAtEnd = false
  /** The column of each block collection that is open, the innermost last. */
  readonly #indents: number[] = [-1]
  readonly #keys = new PossibleKeys()
  #isKeyAllowed = true

  constructor(text: string) {
    this.#cursor = new Cursor(text)
  }

  /** The next token, which stays. */
  peek(): Token {
    while (this.#needsMore()) this.#fetch()
    const token = this.#queue[0]
    if (!token) throw new YamlSyntaxError('unexpected_end', this.#cursor.offset)
    return token
  }

  take(): Token {
    const token = this.peek()
    this.#queue.shift()
    this.#taken += 1
    return token
  }

  get #isFlow(): boolean {
    return this.#keys.depth > 1
  }

  get #indent(): number {
    return this.#indents.at(-1) ?? -1
  }

  #needsMore(): boolean {
    if (this.#isAtEnd) return false
    if (this.#queue.length <= lookAhead) return true
    this.#keys.forgetStale(this.#cursor.line, this.#cursor.offset)
    return this.#keys.awaits(this.#taken)
  }

  #fetch(): void {
    const cursor = this.#cursor
    this.#skipToToken()
    this.#keys.forgetStale(cursor.line, cursor.offset)
    this.#closeBlocks(cursor.column)
    const character = cursor.look()
    if (character === '') {
      this.#fetchEnd()
      return
    }
    if (cursor.column === 0 && character === '%') {
      this.#closeDocument()
      this.#queue.push(scanDirective(cursor))
      return
    }
    if (cursor.atDocumentMarker()) {
      this.#closeDocument()
      this.#mark(character === '-' ? 'document-start' : 'document-end', 3)
      return
    }
    if (!this.#fetchIndicator(character)) this.#fetchScalar(character)
  }

  #fetchIndicator(character: string): boolean {
    const isFollowedByBlank = isBlankOrEnd(this.#cursor.look(1))
    if (character === '[') this.#openBracket('flow-sequence-start')
    else if (character === '{') this.#openBracket('flow-mapping-start')
    else if (character === ']') this.#closeBracket('flow-sequence-end')
    else if (character === '}') this.#closeBracket('flow-mapping-end')
    else if (character === ',') this.#fetchFlowEntry()
    else if (character === '-' && isFollowedByBlank) this.#fetchBlockEntry()
    else if (character === '?' && (this.#isFlow || isFollowedByBlank)) this.#fetchKey()
    else if (character === ':' && (this.#isFlow || isFollowedByBlank)) this.#fetchValue()
    else return false
    return true
  }

  #fetchScalar(character: string): void {
    const cursor = this.#cursor
    if (character === '*' || character === '&')
      this.#pushAsKey(() => scanAnchor(cursor, character === '*' ? 'alias' : 'anchor'))
    else if (character === '!') this.#pushAsKey(() => scanTag(cursor))
    else if (character === "'") this.#pushAsKey(() => scanQuoted(cursor, 'single-quoted'))
    else if (character === '"') this.#pushAsKey(() => scanQuoted(cursor, 'double-quoted'))
    else if ((character === '|' || character === '>') && !this.#isFlow) {
      this.#keys.forget()
      this.#isKeyAllowed = true
      this.#queue.push(scanBlock(cursor, character === '|' ? 'literal' : 'folded', this.#indent))
    } else if (this.#startsPlain(character)) this.#fetchPlain()
    else throw new YamlSyntaxError('unexpected_character', cursor.offset)
  }

  #startsPlain(character: string): boolean {
    const next = this.#cursor.look(1)
    if (character === '-') return next !== ' ' && next !== '\t'
    if (character === '?' || character === ':') return !this.#isFlow && !isBlankOrEnd(next)
    return !'\t,[]{}#&*!|>\'"%@`'.includes(character)
  }

  #fetchPlain(): void {
    this.#saveKey()
    this.#isKeyAllowed = false
    const { token, endsAtBreak } = scanPlain(this.#cursor, { isFlow: this.#isFlow, indent: this.#indent })
    if (endsAtBreak) this.#isKeyAllowed = true
    this.#queue.push(token)
  }

  #fetchEnd(): void {
    this.#closeDocument()
    this.#isAtEnd = true
    this.#mark('stream-end', 0)
  }

  /** What may be a key but has no key within. */
  #pushAsKey(scan: () => Token): void {
    this.#saveKey()
    this.#isKeyAllowed = false
    this.#queue.push(scan())
  }

  #openBracket(type: MarkType): void {
    this.#saveKey()
    this.#keys.open()
    if (this.#keys.depth > deepest) throw new YamlSyntaxError('too_deep', this.#cursor.offset)
    this.#isKeyAllowed = true
    this.#mark(type, 1)
  }

  #closeBracket(type: MarkType): void {
    this.#keys.close()
    this.#isKeyAllowed = false
    this.#mark(type, 1)
  }

  #fetchFlowEntry(): void {
    this.#keys.forget()
    this.#isKeyAllowed = true
    this.#mark('flow-entry', 1)
  }

  #fetchBlockEntry(): void {
    if (!this.#isFlow) {
      if (!this.#isKeyAllowed) throw new YamlSyntaxError('entry_not_allowed', this.#cursor.offset)
      this.#openBlock('block-sequence-start', this.#cursor.column, this.#cursor.offset)
    }
    this.#keys.forget()
    this.#isKeyAllowed = true
    this.#mark('block-entry', 1)
  }

  #fetchKey(): void {
    if (!this.#isFlow) {
      if (!this.#isKeyAllowed) throw new YamlSyntaxError('key_not_allowed', this.#cursor.offset)
      this.#openBlock('block-mapping-start', this.#cursor.column, this.#cursor.offset)
    }
    this.#keys.forget()
    this.#isKeyAllowed = !this.#isFlow
    this.#mark('key', 1)
  }

  #fetchValue(): void {
    const key = this.#keys.current
    if (key) {
      const index = key.tokenNumber - this.#taken
      this.#queue.splice(index, 0, { type: 'key', start: key.offset, end: key.offset })
      this.#openBlock('block-mapping-start', key.column, key.offset, index)
      this.#keys.resolve()
      this.#isKeyAllowed = false
    } else {
      if (!this.#isFlow) {
        if (!this.#isKeyAllowed) throw new YamlSyntaxError('value_not_allowed', this.#cursor.offset)
        this.#openBlock('block-mapping-start', this.#cursor.column, this.#cursor.offset)
      }
      this.#isKeyAllowed = !this.#isFlow
    }
    this.#mark('value', 1)
  }

  #mark(type: MarkType, length: number): void {
    const start = this.#cursor.offset
    this.#cursor.skip(length)
    this.#queue.push({ type, start, end: this.#cursor.offset })
  }

  /** A block collection begins where something stands further to the right than the one that is open. */
  #openBlock(type: MarkType, column: number, offset: number, index = this.#queue.length): void {
    if (this.#isFlow || this.#indent >= column) return
    this.#indents.push(column)
    if (this.#indents.length > deepest) throw new YamlSyntaxError('too_deep', offset)
    this.#queue.splice(index, 0, { type, start: offset, end: offset })
  }

  #closeBlocks(column: number): void {
    if (this.#isFlow) return
    while (this.#indent > column) {
      this.#indents.pop()
      this.#mark('block-end', 0)
    }
  }

  #closeDocument(): void {
    this.#closeBlocks(-1)
    this.#keys.forget()
    this.#isKeyAllowed = false
  }

  #saveKey(): void {
    if (!this.#isKeyAllowed) return
    const { offset, line, column } = this.#cursor
    const isRequired = !this.#isFlow && this.#indent === column
    this.#keys.save({ tokenNumber: this.#taken + this.#queue.length, offset, line, column, isRequired })
  }

  #skipToToken(): void {
    const cursor = this.#cursor
    while (true) {
      // A tab is no indentation, but where no key can begin it separates like a space.
      while (cursor.look() === ' ' || (cursor.look() === '\t' && (this.#isFlow || !this.#isKeyAllowed))) cursor.skip()
      if (cursor.look() === '#') cursor.takeWhile((character) => !isBreak(character))
      if (!isBreak(cursor.look())) return
      cursor.takeBreak()
      if (!this.#isFlow) this.#isKeyAllowed = true
    }
  }
}
