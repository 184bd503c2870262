import { byBytes } from '@/lib/compose/byte-order'
import type { Tree } from './tree'

/** YAML refuses a key of more than 1024 characters on one line. */
const longestKey = 1000

type Entry = readonly [key: string, value: string | null]

/** Labels, variables and the like, as a mapping where YAML and the schema allow these keys, else as a list. */
export function printedMap(entries: readonly Entry[]): Tree | undefined {
  if (entries.length === 0) return undefined
  if (entries.every(([key]) => /./.test(key) && key.length <= longestKey))
    return new Map(entries.map(([key, value]) => [key, value === null ? null : { printed: value }]))
  return entries.map(([key, value]) => (value === null ? key : `${key}=${value}`))
}

/** Labels by key, without those that a deploy adds itself. */
export function labelsTree(
  labels: Record<string, string> | null | undefined,
  added: readonly string[],
): Tree | undefined {
  return printedMap(sortedEntries(labels).filter(([key]) => !added.includes(key)))
}

export function optionsTree(options: Record<string, string> | null | undefined): Tree | undefined {
  return printedMap(sortedEntries(options))
}

function sortedEntries(record: Record<string, string> | null | undefined): Entry[] {
  return Object.entries(record ?? {}).toSorted(([a], [b]) => byBytes(a, b))
}
