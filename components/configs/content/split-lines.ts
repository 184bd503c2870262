/** A line, or a part of one that is too long to be drawn as one: then only its first part has a number. */
export type TextLine = { number: number | null; text: string }

/** A line of a whole megabyte would take the browser seconds to lay out; this many letters fit a wide screen. */
const maxPart = 120

export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = []
  for (const [index, line] of text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .entries()) {
    lines.push({ number: index + 1, text: line.slice(0, maxPart) })
    for (let from = maxPart; from < line.length; from += maxPart) {
      lines.push({ number: null, text: line.slice(from, from + maxPart) })
    }
  }
  return lines
}
