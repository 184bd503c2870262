import { YamlSyntaxError } from './yaml-problem'

/** The place in the text that the scanner has reached. At the end every look answers the empty string. */
export class Cursor {
  offset = 0
  line = 0
  column = 0

  constructor(readonly text: string) {}

  look(ahead = 0): string {
    return this.text[this.offset + ahead] ?? ''
  }

  /** Moves on by characters that are no line breaks. */
  skip(count = 1): void {
    this.offset += count
    this.column += count
  }

  /** Moves over a line break and answers what it means in a scalar: a line feed, for all but LS and PS. */
  takeBreak(): string {
    const character = this.look()
    this.offset += character === '\r' && this.look(1) === '\n' ? 2 : 1
    this.line += 1
    this.column = 0
    return character === '\u2028' || character === '\u2029' ? character : '\n'
  }

  /** Takes characters as long as the test holds. The test must not hold for line breaks. */
  takeWhile(test: (character: string) => boolean): string {
    const start = this.offset
    while (this.offset < this.text.length && test(this.look())) this.skip()
    return this.text.slice(start, this.offset)
  }

  /** Takes spaces, tabs and a comment up to the line break; anything else there is an error. */
  takeRestOfLine(): void {
    this.takeWhile(isBlank)
    if (this.look() === '#') this.takeWhile((character) => !isBreak(character))
    if (!isBreakOrEnd(this.look())) throw new YamlSyntaxError('line_end_expected', this.offset)
    if (isBreak(this.look())) this.takeBreak()
  }

  atDocumentMarker(): boolean {
    if (this.column !== 0 || !isBlankOrEnd(this.look(3))) return false
    const marker = this.text.slice(this.offset, this.offset + 3)
    return marker === '---' || marker === '...'
  }
}

export function isBlank(character: string): boolean {
  return character === ' ' || character === '\t'
}

export function isBreak(character: string): boolean {
  return (
    character === '\n' ||
    character === '\r' ||
    character === '\u0085' ||
    character === '\u2028' ||
    character === '\u2029'
  )
}

export function isBreakOrEnd(character: string): boolean {
  return character === '' || isBreak(character)
}

export function isBlankOrEnd(character: string): boolean {
  return isBlank(character) || isBreakOrEnd(character)
}

/** What names of anchors, tag handles and directives are made of. */
export function isNameCharacter(character: string): boolean {
  return /^[0-9A-Za-z_-]$/.test(character)
}
