import { YamlSyntaxError } from './yaml-problem'

/** Something that turns out to be a key only if a colon follows, on the same line and within 1024 characters. */
export type PossibleKey = { tokenNumber: number; offset: number; line: number; column: number; isRequired: boolean }

const longestKey = 1024

/** The possible key of the block context, and of each bracket that is open. */
export class PossibleKeys {
  readonly #levels: (PossibleKey | null)[] = [null]

  get depth(): number {
    return this.#levels.length
  }

  get current(): PossibleKey | null {
    return this.#levels.at(-1) ?? null
  }

  open(): void {
    this.#levels.push(null)
  }

  close(): void {
    this.forget()
    if (this.#levels.length > 1) this.#levels.pop()
  }

  save(key: PossibleKey): void {
    this.forget()
    this.#levels[this.#levels.length - 1] = key
  }

  /** After its colon. */
  resolve(): void {
    this.#levels[this.#levels.length - 1] = null
  }

  /** Where no colon can follow any more. At the indentation of a block mapping there has to be one. */
  forget(): void {
    this.#drop(this.#levels.length - 1)
  }

  forgetStale(line: number, offset: number): void {
    for (const [level, key] of this.#levels.entries())
      if (key && (key.line < line || key.offset + longestKey < offset)) this.#drop(level)
  }

  awaits(tokenNumber: number): boolean {
    return this.#levels.some((key) => key?.tokenNumber === tokenNumber)
  }

  #drop(level: number): void {
    const key = this.#levels[level]
    if (key?.isRequired) throw new YamlSyntaxError('colon_missing', key.offset)
    this.#levels[level] = null
  }
}
