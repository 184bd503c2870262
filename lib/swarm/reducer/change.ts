import type { Task } from '@/lib/swarm/engine-types'
import type { ObjectKind, Objects } from '@/lib/swarm/snapshot'

/**
 * An answer of the engine. `askedAt` is the place of its request in the order of all requests: answers overtake each
 * other, and what decides between two of them is which was asked later.
 */
export type Change =
  | { [K in ObjectKind]: Found<K> | Missing<K> | Listed<K> }[ObjectKind]
  /** All tasks of these services. */
  | { type: 'tasks'; serviceIds: readonly string[]; objects: readonly Task[]; askedAt: number }

export type Found<K extends ObjectKind> = { type: 'found'; kind: K; object: Objects[K]; askedAt: number }
export type Missing<K extends ObjectKind> = { type: 'missing'; kind: K; id: string; askedAt: number }
/** All objects of the kind. */
export type Listed<K extends ObjectKind> = { type: 'list'; kind: K; objects: readonly Objects[K][]; askedAt: number }

/** Networks alone spell it otherwise. */
export function idOf(object: Objects[ObjectKind]): string {
  return 'Id' in object ? object.Id : object.ID
}
