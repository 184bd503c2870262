const nanosecondsPer = [
  ['h', 3_600_000_000_000],
  ['m', 60_000_000_000],
  ['s', 1_000_000_000],
  ['ms', 1_000_000],
  ['us', 1000],
  ['ns', 1],
] as const

/** Nanoseconds as a stack file writes them: `1m30s`. */
export function durationText(value: unknown): string {
  let rest = Number(value)
  if (!Number.isSafeInteger(rest) || rest <= 0) return rest === 0 ? '0s' : `${String(value)}ns`
  const parts: string[] = []
  for (const [unit, size] of nanosecondsPer) {
    const count = Math.floor(rest / size)
    if (count > 0) parts.push(`${count}${unit}`)
    rest -= count * size
  }
  return parts.join('')
}

/** Bytes as a stack file writes them, where that is exact: `512M`. */
export function sizeText(value: unknown): string {
  const bytes = Number(value)
  for (const [unit, size] of [['G', 1024 ** 3] as const, ['M', 1024 ** 2] as const, ['K', 1024] as const])
    if (bytes >= size && bytes % size === 0) return `${bytes / size}${unit}`
  return `${bytes}`
}

/** Billionths of a CPU as CPUs. */
export function cpusText(value: unknown): string {
  return `${Number(value) / 1e9}`
}

/** Words of a command or other list, those with spaces or quotes in quotes. */
export function wordsText(value: unknown): string {
  if (!Array.isArray(value)) return plainText(value)
  return value.map((word) => (/^[^\s"'\\]+$/.test(String(word)) ? String(word) : JSON.stringify(word))).join(' ')
}

export function listText(value: unknown): string {
  return Array.isArray(value) ? value.map(plainText).join(', ') : plainText(value)
}

export function plainText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A file mode, as people write it. */
export function modeText(mode: number): string {
  return mode.toString(8).padStart(4, '0')
}
