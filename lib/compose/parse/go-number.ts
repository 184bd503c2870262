const largestInt64 = 2n ** 63n - 1n
const smallestInt64 = -(2n ** 63n)
const largestUint64 = 2n ** 64n - 1n

/** 64 binary digits with sign and prefix, and some leading zeros. More would take long to read and does not fit. */
const longestNumber = 100

/**
 * An integer in Go's base-0 syntax: 0x, 0o and 0b, a leading zero alone for octal. Null if it is none or does not fit
 * into int64 or, without a sign, into uint64. Source: Go, strconv.ParseInt and ParseUint.
 */
export function parseGoInteger(text: string): bigint | null {
  if (text.length > longestNumber) return null
  const match = /^([+-]?)(?:(0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+)|0([0-7]*)|([1-9][0-9]*))$/.exec(text)
  if (!match) return null
  const [, sign = '', prefixed, octal, decimal] = match
  const size = BigInt(prefixed?.toLowerCase() ?? decimal ?? `0o${octal || '0'}`)
  return withinRange(sign, size)
}

/** A decimal integer, in which leading zeros mean nothing. Source: Go, strconv.Atoi. */
export function parseGoDecimal(text: string): bigint | null {
  if (text.length > longestNumber) return null
  const match = /^([+-]?)(\d+)$/.exec(text)
  if (!match) return null
  const value = BigInt(match[2] ?? '0') * (match[1] === '-' ? -1n : 1n)
  return value >= smallestInt64 && value <= largestInt64 ? value : null
}

function withinRange(sign: string, size: bigint): bigint | null {
  const value = sign === '-' ? -size : size
  if (value >= smallestInt64 && value <= largestInt64) return value
  return sign === '' && value <= largestUint64 ? value : null
}

/** A decimal float, underscores between digits allowed. Null if it is none or too large. */
export function parseGoFloat(text: string): number | null {
  if (!/^[+-]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?$/.test(text)) return null
  if (/__|_$|_\D|\D_/.test(text)) return null
  const value = Number(text.replaceAll('_', ''))
  return Number.isFinite(value) ? value : null
}

/** All that Go takes for a float: beside decimals `inf`, `nan` and hexadecimal ones. Source: Go, strconv.ParseFloat. */
export function parseAnyGoFloat(text: string): number | null {
  const word = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i.exec(text)
  if (word?.[2] !== undefined) return word[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  if (word) return word[1] === '' ? Number.NaN : null
  const hex = /^([+-]?)0x([0-9a-f_]*)(?:\.([0-9a-f_]*))?p([+-]?\d[\d_]*)$/i.exec(text)
  if (!hex) return parseGoFloat(text)
  const [, sign, whole = '', part = '', exponent = ''] = hex
  const digits = `${whole}${part}`.replaceAll('_', '')
  if (digits === '' || digits.length > longestNumber || /__|_$|_\.|\._|_p|p_/i.test(text)) return null
  const size =
    Number(BigInt(`0x${digits}`)) * 2 ** (Number(exponent.replaceAll('_', '')) - 4 * part.replaceAll('_', '').length)
  if (!Number.isFinite(size)) return null
  return sign === '-' ? -size : size
}

/** A float as Go's `%v` prints it: the shortest digits, with an exponent below 1e-4 and from 1e+06 on. */
export function formatGoFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf'
  const sign = value < 0 || Object.is(value, -0) ? '-' : ''
  const [mantissa = '0', exponentText = '0'] = Math.abs(value).toExponential().split('e')
  const exponent = Number(exponentText)
  if (exponent >= -4 && exponent < 6) return sign + plainDecimal(mantissa.replace('.', ''), exponent)
  const digits = String(Math.abs(exponent)).padStart(2, '0')
  return `${sign}${mantissa}e${exponent < 0 ? '-' : '+'}${digits}`
}

function plainDecimal(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0')
  const fraction = digits.slice(exponent + 1)
  return fraction === '' ? whole : `${whole}.${fraction}`
}

/**
 * A number as float32 holds it, in the fewest digits that mean the same float32: 0.3 stays 0.3. Above a power of two the
 * next float32 is farther away than below it, so there the second nearest decimal may do with fewer digits.
 */
export function roundToFloat32(value: number): number {
  const rounded = Math.fround(value)
  for (let digits = 1; digits <= 9; digits += 1) {
    const [mantissa = '', exponent = ''] = Math.abs(rounded)
      .toExponential(digits - 1)
      .split('e')
    for (const step of [0, 1]) {
      const size = Number(`${Number(mantissa.replace('.', '')) + step}e${Number(exponent) - digits + 1}`)
      const candidate = rounded < 0 ? -size : size
      if (Math.fround(candidate) === rounded) return candidate
    }
  }
  return rounded
}

/** A float cut to a whole number, as Go converts it; what does not fit becomes -2^63, as on amd64. */
export function truncateToInt64(value: number): bigint {
  const whole = Number.isFinite(value) ? BigInt(Math.trunc(value)) : smallestInt64
  return whole >= smallestInt64 && whole <= largestInt64 ? whole : smallestInt64
}
