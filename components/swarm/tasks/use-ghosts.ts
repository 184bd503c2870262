'use client'

import { useEffect, useState } from 'react'

/** Long enough to see what went and where, short enough not to be taken for a task. */
const lingerMs = 2000

type Linger<T> = { seen: readonly T[]; ghosts: readonly T[] }

/** The things that have just gone from a list, for two seconds after they went. */
export function useGhosts<T>(items: readonly T[], idOf: (item: T) => string): readonly T[] {
  const [{ seen, ghosts }, setLinger] = useState<Linger<T>>({ seen: items, ghosts: [] })

  if (seen !== items) setLinger({ seen: items, ghosts: nextGhosts({ seen, ghosts }, items, idOf) })

  useEffect(() => {
    if (ghosts.length === 0) return undefined
    const timer = setTimeout(() => setLinger((linger) => ({ ...linger, ghosts: [] })), lingerMs)
    return () => clearTimeout(timer)
  }, [ghosts])

  return ghosts
}

/** The same list again when nothing went or came back, so that the two seconds do not begin anew. */
export function nextGhosts<T>(
  { seen, ghosts }: Linger<T>,
  items: readonly T[],
  idOf: (item: T) => string,
): readonly T[] {
  const present = new Set(items.map(idOf))
  const lingering = ghosts.filter((ghost) => !present.has(idOf(ghost)))
  const gone = seen.filter((item) => !present.has(idOf(item)))
  return gone.length === 0 && lingering.length === ghosts.length ? ghosts : [...lingering, ...gone]
}
