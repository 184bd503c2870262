const firstMs = 500
const longestMs = 10_000

/**
 * How long to wait before the next attempt: doubling from half a second to ten, and up to half of it off by chance, so
 * that a hundred browsers do not all come at once when the server is back.
 */
export function backOffMs(attempt: number, chance: number): number {
  const full = Math.min(longestMs, firstMs * 2 ** attempt)
  return Math.round(full * (1 - chance / 2))
}
