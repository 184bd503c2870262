import { diffArrays } from 'diff'

/** One value that differs: its path as JavaScript would write it, and both sides as JSON; null where there is none. */
export type ValueChange = { path: string; before: string | null; after: string | null }

/** Beyond this the comparison of two arrays takes seconds; then they are compared place by place. */
const maxEdits = 500

/**
 * Compares two JSON texts by what they mean: the order of keys and all white space make no difference, the order of an
 * array does. Null where one of them is no JSON, or has numbers that JavaScript would round and so could not tell apart.
 */
export function diffValues(before: string, after: string): ValueChange[] | null {
  if (roundedNumber.test(before) || roundedNumber.test(after)) return null
  try {
    return changesIn('', JSON.parse(before), JSON.parse(after))
  } catch {
    return null
  }
}

/** More digits than a double can hold. */
const roundedNumber = /\d[\d.]{15,}/

function changesIn(path: string, before: unknown, after: unknown): ValueChange[] {
  if (canonical(before) === canonical(after)) return []
  if (Array.isArray(before) && Array.isArray(after)) return changesInArray(path, before, after)
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return keys.flatMap((key) => {
      const inner = path + member(key, path === '')
      if (!Object.hasOwn(before, key)) return [added(inner, after[key])]
      if (!Object.hasOwn(after, key)) return [removed(inner, before[key])]
      return changesIn(inner, before[key], after[key])
    })
  }
  return [{ path: path || '.', before: told(before), after: told(after) }]
}

/** What was removed and what was added at the same place is one that has changed. Paths count as each side does. */
function changesInArray(path: string, before: unknown[], after: unknown[]): ValueChange[] {
  const runs = diffArrays(before.map(canonical), after.map(canonical), { maxEditLength: maxEdits }) ?? [
    { value: before.map(canonical), added: false, removed: true },
    { value: after.map(canonical), added: true, removed: false },
  ]
  const changes: ValueChange[] = []
  let waiting: number[] = []
  let [oldIndex, newIndex] = [0, 0]
  const flush = () => {
    for (const index of waiting.splice(0)) changes.push(removed(`${path}[${index}]`, before[index]))
  }
  for (const run of runs) {
    const count = run.value.length
    if (run.removed) {
      flush()
      waiting = run.value.map((_, index) => oldIndex + index)
      oldIndex += count
    } else if (run.added) {
      for (let index = newIndex; index < newIndex + count; index++) {
        const old = waiting.shift()
        const inner = `${path}[${index}]`
        if (old === undefined) changes.push(added(inner, after[index]))
        else changes.push(...changesIn(inner, before[old], after[index]))
      }
      newIndex += count
    } else {
      flush()
      oldIndex += count
      newIndex += count
    }
  }
  flush()
  return changes
}

const added = (path: string, value: unknown): ValueChange => ({ path, before: null, after: told(value) })
const removed = (path: string, value: unknown): ValueChange => ({ path, before: told(value), after: null })
const told = (value: unknown) => JSON.stringify(value)

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `.name`, or `["a name"]` where it is no plain word. */
function member(key: string, isFirst: boolean): string {
  if (!/^[A-Za-z_$][\w$-]*$/.test(key)) return `[${JSON.stringify(key)}]`
  return isFirst ? key : `.${key}`
}

/** The same text for the same value, whatever the order of its keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
  )
}
