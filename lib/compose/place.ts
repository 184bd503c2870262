/** A text file of the stack, decoded. Offsets count UTF-16 units of this text, without its byte order mark. */
export type Source = { name: string; text: string; lineStarts: readonly number[] }

/** Where something is written. */
export type Place = { source: Source; start: number; end: number }

export function sourceOf(name: string, text: string): Source {
  const lineStarts = [0]
  for (const lineBreak of text.matchAll(/\r\n|\r|\n/g)) lineStarts.push(lineBreak.index + lineBreak[0].length)
  return { name, text, lineStarts }
}

/** Line and column of an offset, both counted from 1. */
export function lineAndColumn({ lineStarts }: Source, offset: number): { line: number; column: number } {
  let low = 0
  let high = lineStarts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 }
}

/** What is written there. */
export function textAt({ source, start, end }: Place): string {
  return source.text.slice(start, end)
}
