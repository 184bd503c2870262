const billion = 1_000_000_000n

/** Go gives up beyond this, too. */
const largestExponent = 1_000_000

/** From here on a power decides alone: the result loses all its 64 bits, or has a remainder. */
const decisiveExponent = 400

export type ParsedCpus = { nanoCpus: bigint } | { problem: 'not_a_number' | 'too_precise' }

/** A number of CPUs as text (`0.5`, `1/2`, `1e-1`) in billionths. Source: docker/cli, opts.ParseCPUs; Go, big.Rat. */
export function parseCpus(text: string): ParsedCpus {
  if (text.length > decisiveExponent) return { problem: 'not_a_number' }
  const fraction = /^([^/]*)\/([^/]*)$/.exec(text)
  if (!fraction) return parseDecimal(text)
  const numerator = parseInteger(fraction[1] ?? '', /^[+-]?/)
  const denominator = parseInteger(fraction[2] ?? '', /^/)
  return numerator === null || denominator === null || denominator === 0n
    ? { problem: 'not_a_number' }
    : divided(numerator * billion, denominator)
}

function divided(numerator: bigint, denominator: bigint): ParsedCpus {
  if (numerator % denominator !== 0n) return { problem: 'too_precise' }
  return { nanoCpus: BigInt.asIntN(64, numerator / denominator) }
}

/** Either side of a slash; a leading zero makes it octal. */
function parseInteger(text: string, sign: RegExp): bigint | null {
  const signText = sign.exec(text)?.[0] ?? ''
  const digits = withoutUnderscores(text.slice(signText.length))
  if (digits === null || !/^(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]*|[1-9]\d*)$/.test(digits)) return null
  const value = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits}` : digits.toLowerCase())
  return signText === '-' ? -value : value
}

/** A mantissa in any base with an exponent of ten (`e`) or two (`p`). */
function parseDecimal(text: string): ParsedCpus {
  // A base of 16 has `e` as a digit, so only `p` begins an exponent there.
  const match = /^([+-]?)(0[xX][0-9a-fA-F_.]+(?![eE])|0[bBoO][0-7_.]+|[0-9_.]+)(?:([eEpP])([+-]?\d[\d_]*))?$/.exec(text)
  const mantissa = withoutUnderscores(match?.[2] ?? '')
  if (!match || mantissa === null) return { problem: 'not_a_number' }
  const { prefix, base } = baseOf(mantissa)
  const parts = mantissa.slice(prefix.length).split('.')
  const [whole = '', part = ''] = parts
  const isNumber =
    parts.length <= 2 && whole + part !== '' && !(prefix.toLowerCase() === '0b' && /[2-7]/.test(whole + part))
  const exponent = Number(withoutUnderscores(match[4] ?? '0') ?? Number.NaN)
  if (!isNumber || !(Math.abs(exponent) <= largestExponent)) return { problem: 'not_a_number' }

  const digits = BigInt(`${prefix.toLowerCase()}${whole}${part}`) * (match[1] === '-' ? -1n : 1n)
  if (digits === 0n) return { nanoCpus: 0n }
  if (Math.abs(exponent) > decisiveExponent) return exponent > 0 ? { nanoCpus: 0n } : { problem: 'too_precise' }
  const power = (match[3]?.toLowerCase() === 'p' ? 2n : 10n) ** BigInt(Math.abs(exponent))
  const denominator = base ** BigInt(part.length)
  return exponent >= 0 ? divided(digits * billion * power, denominator) : divided(digits * billion, denominator * power)
}

function baseOf(mantissa: string): { prefix: string; base: bigint } {
  const prefix = /^0[xXbBoO]/.exec(mantissa)?.[0] ?? ''
  const base = new Map([
    ['0x', 16n],
    ['0b', 2n],
    ['0o', 8n],
  ]).get(prefix.toLowerCase())
  return { prefix, base: base ?? 10n }
}

/** Underscores may stand between digits, and after a prefix; null if one stands elsewhere. */
function withoutUnderscores(text: string): string | null {
  return /__|^_|_$|_\.|\._/.test(text) ? null : text.replaceAll('_', '')
}
