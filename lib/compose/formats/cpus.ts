const billion = 1_000_000_000n

/** No machine has such numbers, and large powers take long. */
const largestExponent = 400

/** A number of CPUs as text (`0.5`, `1/2`, `1e-1`) in billionths. Source: docker/cli, opts.ParseCPUs; Go, big.Rat. */
export function parseCpus(text: string): { nanoCpus: bigint } | { problem: 'not_a_number' | 'too_precise' } {
  const rational = parseRational(text)
  if (!rational) return { problem: 'not_a_number' }
  const scaled = rational.numerator * billion
  if (scaled % rational.denominator !== 0n) return { problem: 'too_precise' }
  return { nanoCpus: BigInt.asIntN(64, scaled / rational.denominator) }
}

function parseRational(text: string): { numerator: bigint; denominator: bigint } | null {
  if (text.length > largestExponent) return null
  const fraction = /^([+-]?\d+)\/(\d+)$/.exec(text)
  if (fraction) {
    const [numerator, denominator] = [BigInt(fraction[1]?.replace('+', '') ?? 0), BigInt(fraction[2] ?? 0)]
    return denominator === 0n ? null : { numerator, denominator }
  }
  const decimal = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text)
  const [, sign, whole = '', part = '', exponentText = '0'] = decimal ?? []
  const exponent = Number(exponentText) - part.length
  if (!decimal || whole + part === '' || Math.abs(exponent) > largestExponent) return null
  const digits = BigInt(`${whole}${part}`) * (sign === '-' ? -1n : 1n)
  const power = 10n ** BigInt(Math.abs(exponent))
  return exponent >= 0 ? { numerator: digits * power, denominator: 1n } : { numerator: digits, denominator: power }
}
