const nanosecondsByUnit = new Map([
  ['ns', 1],
  ['us', 1e3],
  ['µs', 1e3],
  ['μs', 1e3],
  ['ms', 1e6],
  ['s', 1e9],
  ['m', 60e9],
  ['h', 3600e9],
])

const largest = 2n ** 63n - 1n

/** A duration like `1h30m` or `-.5s` in nanoseconds, or null. There is no unit for days. Source: Go, time.ParseDuration. */
export function parseDuration(text: string): bigint | null {
  const sign = text.startsWith('-') ? -1n : 1n
  const body = text.replace(/^[-+]/, '')
  if (body === '0') return 0n
  if (!/^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(body)) return null
  let total = 0n
  for (const [, whole = '', fraction = '', unit = ''] of body.matchAll(/(\d*)\.?(\d*)(ns|us|µs|μs|ms|s|m|h)/g)) {
    const size = nanosecondsByUnit.get(unit) ?? 0
    total += BigInt(whole || '0') * BigInt(size)
    if (fraction !== '') total += BigInt(Math.trunc(Number(fraction) * (size / 10 ** fraction.length)))
  }
  const value = sign * total
  return value > largest || value < -largest - 1n ? null : value
}
