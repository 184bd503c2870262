const printable = /[ -~]/

/** One line of a hex view. The numbers fill their room also in the last line, so that the letters stand in a column. */
export function hexRow(bytes: Uint8Array, row: number, perRow: number) {
  const start = row * perRow
  const part = [...bytes.subarray(start, start + perRow)]
  const pairs = part.map((byte) => byte.toString(16).padStart(2, '0'))
  const middle = perRow / 2
  const half = (from: number, to: number) =>
    pairs
      .slice(from, to)
      .join(' ')
      .padEnd(middle * 3 - 1)
  return {
    offset: start.toString(16).padStart(8, '0'),
    hex: `${half(0, middle)}  ${half(middle, perRow)}`,
    ascii: part.map((byte) => letter(byte)).join(''),
  }
}

function letter(byte: number): string {
  const character = String.fromCharCode(byte)
  return printable.test(character) ? character : '.'
}
