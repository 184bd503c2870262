/** The engine's time string as UTC milliseconds; null for none and for Go's zero time, which means "never". */
export function engineTime(text: string | null | undefined): number | null {
  if (!text || text.startsWith('0001-')) return null
  const time = Date.parse(text)
  return Number.isNaN(time) ? null : time
}
