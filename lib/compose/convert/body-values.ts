import { byBytes } from '@/lib/compose/byte-order'
import type { Int64, Labels } from './bodies'

/** A number where that is exact. */
export function int64(value: bigint): Int64 {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}

/** Takes the members that are undefined out of a new body, as Go leaves out what is empty. */
export function compact<T extends object>(body: T): T {
  for (const [key, value] of Object.entries(body)) if (value === undefined) Reflect.deleteProperty(body, key)
  return body
}

export function textOrAbsent(value: string): string | undefined {
  return value === '' ? undefined : value
}

export function trueOrAbsent(value: boolean): true | undefined {
  return value || undefined
}

export function int64OrAbsent(value: bigint | null): Int64 | undefined {
  return value === null || value === 0n ? undefined : int64(value)
}

export function listOrAbsent<T>(value: T[]): T[] | undefined {
  return value.length === 0 ? undefined : value
}

export function recordOrAbsent(value: ReadonlyMap<string, string> | null): Record<string, string> | undefined {
  return value === null || value.size === 0 ? undefined : recordOf(value)
}

/** Sorted by key, as Go writes maps. Entries are defined, not assigned, so a key `__proto__` is a key. */
export function recordOf(value: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...value].toSorted(([a], [b]) => byBytes(a, b)))
}

export const stackLabel = 'com.docker.stack.namespace'
export const imageLabel = 'com.docker.stack.image'

/** What stands for a stack's own label cannot be changed by the file. */
export function labelled(stack: string, labels: ReadonlyMap<string, string>): Labels {
  return recordOf(new Map([...labels, [stackLabel, stack]]))
}

/** The name in the swarm of what has no name of its own. */
export function scoped(stack: string, key: string): string {
  return `${stack}_${key}`
}

/** JSON as the engine reads it, bigint as a plain number. */
export function bodyJson(body: unknown): string {
  if (typeof body === 'bigint') return String(body)
  if (Array.isArray(body)) return `[${body.map((item) => bodyJson(item ?? null)).join(',')}]`
  if (typeof body !== 'object' || body === null) return JSON.stringify(body)
  const members = Object.entries(body).filter(([, value]) => value !== undefined)
  return `{${members.map(([key, value]) => `${JSON.stringify(key)}:${bodyJson(value)}`).join(',')}}`
}
