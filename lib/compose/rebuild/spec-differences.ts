import { isSameJson } from '@/lib/swarm/same-json'

/** The paths at which two specs differ: members of objects, but lists as a whole. No values, which may be passwords. */
export function specDifferences(a: unknown, b: unknown, path = ''): string[] {
  if (!isObject(a) || !isObject(b)) return isSameJson(a, b) ? [] : [path]
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].toSorted()
  return keys.flatMap((key) => specDifferences(a[key], b[key], path === '' ? key : `${path}.${key}`))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
