/** Something that can be gone to. */
export type Destination = {
  kind: 'page' | 'stack' | 'service' | 'node' | 'config' | 'secret'
  name: string
  href: string
  /** Keys that lead there without the palette. */
  keys?: string
}

/**
 * The destinations that a query means, best first. A name that begins with the query beats one of which a part begins with
 * it (todo_web by "web"), and that beats one that merely contains it; shorter names win, for they are nearer.
 */
export function rank(destinations: readonly Destination[], query: string): Destination[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return [...destinations]
  return destinations
    .map((destination) => ({ destination, score: scoreOf(destination.name.toLowerCase(), wanted) }))
    .filter(({ score }) => score !== null)
    .toSorted((a, b) => (a.score ?? 0) - (b.score ?? 0) || a.destination.name.length - b.destination.name.length)
    .map(({ destination }) => destination)
}

/** 0 is best; null does not match. Letters in order, with others between them, match last ("tdw" finds todo_web). */
function scoreOf(name: string, wanted: string): number | null {
  if (name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  if (name.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(wanted))) return 2
  if (name.includes(wanted)) return 3
  return hasInOrder(name, wanted) ? 4 : null
}

function hasInOrder(name: string, wanted: string): boolean {
  let from = 0
  for (const letter of wanted) {
    const at = name.indexOf(letter, from)
    if (at < 0) return false
    from = at + letter.length
  }
  return true
}
