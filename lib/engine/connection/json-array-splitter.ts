const quote = 0x22
const backslash = 0x5c
const openers = new Set([0x5b, 0x7b])
const closers = new Set([0x5d, 0x7d])

/**
 * Cuts a JSON array of objects, which comes in chunks, into its elements. It knows brackets and strings and no more; the
 * elements are parsed by whoever gets them. Written by hand because the parsers for streams call back for every token,
 * which for a megabyte of base64 costs many times as much as jumping from quote to quote.
 */
export class JsonArraySplitter {
  private depth = 0
  private isInString = false
  /** Whether an odd number of backslashes stood at the end of the last chunk. */
  private isEscaped = false
  private parts: Buffer[] = []
  private isClosed = false

  constructor(private readonly onElement: (element: Buffer) => unknown) {}

  push(chunk: Buffer): void {
    let elementStart = this.depth > 1 ? 0 : -1
    let position = 0
    while (position < chunk.length) {
      if (this.isInString) {
        position = this.skipString(chunk, position)
        continue
      }
      const byte = chunk[position] ?? 0
      if (byte === quote) this.isInString = true
      else if (openers.has(byte)) {
        this.depth += 1
        if (this.depth === 2) elementStart = position
      } else if (closers.has(byte)) {
        this.depth -= 1
        if (this.depth === 1) {
          this.finish(chunk.subarray(elementStart, position + 1))
          elementStart = -1
        }
        if (this.depth === 0) this.isClosed = true
      }
      position += 1
    }
    if (elementStart >= 0) this.parts.push(chunk.subarray(elementStart))
  }

  /** Throws when the array was not closed. Go writes an empty list of some kinds as `null`, which has no bracket. */
  end(): void {
    if (this.isClosed || (this.depth === 0 && !this.isInString)) return
    throw new SyntaxError('The list breaks off before its end.')
  }

  private finish(last: Buffer): void {
    const element = this.parts.length > 0 ? Buffer.concat([...this.parts, last]) : last
    this.parts = []
    this.onElement(element)
  }

  /** Returns the position behind the string's closing quote, or the chunk's end. */
  private skipString(chunk: Buffer, from: number): number {
    const end = chunk.indexOf(quote, from)
    const stop = end < 0 ? chunk.length : end
    let slashes = 0
    while (stop - slashes > from && chunk[stop - slashes - 1] === backslash) slashes += 1
    const reachesBack = stop - slashes === from
    const isEscaped = (slashes + (reachesBack && this.isEscaped ? 1 : 0)) % 2 === 1
    if (end < 0) {
      this.isEscaped = isEscaped
      return chunk.length
    }
    this.isEscaped = false
    if (!isEscaped) this.isInString = false
    return end + 1
  }
}
