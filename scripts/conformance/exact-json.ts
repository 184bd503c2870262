/** Numbers that a JavaScript number may not hold. */
const long = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g

/** JSON with long whole numbers as texts, since two that differ may be the same number once they are read. */
export function parseExactly(text: string): unknown {
  return JSON.parse(text.replaceAll(long, (part) => (part.startsWith('"') ? part : `"whole number ${part}"`)))
}
