import type { ComposeNode } from '@/lib/compose/parse/compose-node'
import type { Place } from '@/lib/compose/place'

export type Path = readonly (string | number)[]

/** Where something of the merged stack is written. */
export type Locate = (path: Path) => Place

/** Looks in the last file first, since what it says holds. Where the whole path is nowhere, its longest beginning. */
export function locateIn(roots: readonly ComposeNode[]): Locate {
  return (path) => {
    let best: { place: Place; depth: number } | null = null
    for (const root of roots.toReversed()) {
      const found = deepest(root, path)
      if (!best || found.depth > best.depth) best = found
    }
    if (!best) throw new RangeError('a stack has at least one file')
    return best.place
  }
}

function deepest(root: ComposeNode, path: Path): { place: Place; depth: number } {
  let node = root
  let place = root.place
  for (const [depth, part] of path.entries()) {
    const entry = node.kind === 'mapping' && typeof part === 'string' ? node.entries.get(part) : undefined
    const next = entry?.value ?? (node.kind === 'list' && typeof part === 'number' ? node.items[part] : undefined)
    if (!next) return { place, depth }
    // A mapping may be pages long; its key is what to point at.
    place = entry && next.kind === 'mapping' ? entry.keyPlace : next.place
    node = next
  }
  return { place, depth: path.length }
}
