import type { ServiceSpec } from '@/lib/swarm/engine-types'
import { type Snapshot, stackOf } from '@/lib/swarm/snapshot'
import type { ReportLoss } from './loss'

/** A stack as it is in the swarm, with what it takes to rebuild its file. */
export type LiveStack = {
  name: string
  snapshot: Snapshot
  /** Those that can be in the file, by name. */
  services: readonly ServiceSpec[]
  /** What is in configs, by their IDs. */
  contents: ReadonlyMap<string, Uint8Array>
  report: ReportLoss
}

/** Whether `docker stack deploy` would take the object for its own. */
export function isOwn({ name }: LiveStack, labels: Record<string, string> | null | undefined): boolean {
  return stackOf(labels) === name
}

/** The key that gives this name without a `name:`; null if there is none. */
export function keyOfName(stack: string, name: string): string | null {
  const key = name.startsWith(`${stack}_`) ? name.slice(stack.length + 1) : ''
  return isKey(key) ? key : null
}

export function isKey(text: string): boolean {
  return /^[a-zA-Z0-9._-]+$/.test(text)
}

/** A key that is like the name: one with a template in it cannot be the key itself. */
export function asKey(name: string): string {
  if (isKey(name)) return name
  const parts = name.split(/[^a-zA-Z0-9._-]+/).map((part) => part.replaceAll(/^[._-]+|[._-]+$/g, ''))
  return parts.filter(Boolean).join('-') || 'unnamed'
}

/**
 * A key for each thing: the first of its candidates that no other has, those of the first things first. Where all are
 * taken, a number is put behind.
 */
export function allotKeys<T>(
  things: readonly T[],
  candidatesOf: (thing: T) => readonly [string, ...string[]],
): Map<T, string> {
  const taken = new Set<string>()
  const keys = new Map<T, string>()
  for (const thing of things) {
    const candidates = candidatesOf(thing)
    const last = candidates.at(-1) ?? candidates[0]
    let key = candidates.find((candidate) => !taken.has(candidate))
    for (let number = 2; key === undefined; number += 1) if (!taken.has(`${last}-${number}`)) key = `${last}-${number}`
    taken.add(key)
    keys.set(thing, key)
  }
  return keys
}
