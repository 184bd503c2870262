/*
 * How the CLI puts one value of a later file over one of an earlier. Source: dario.cat/mergo, merge.go, with override
 * and append. What counts as empty never overrides: false, 0 and '' of a later file are lost.
 */

export function later(base: string, over: string): string {
  return over === '' ? base : over
}

export function laterNumber<N extends number | bigint>(base: N, over: N): N {
  return Number(over) === 0 ? base : over
}

/** A value that may be null, of a kind of which zero or false counts as empty. */
export function laterUnlessEmpty<T extends boolean | bigint>(base: T | null, over: T | null): T | null {
  if (base === null) return over
  return over === null || over === false || over === 0n ? base : over
}

/** Counters are the exception: an explicit 0 does override. */
export function laterCounter(base: bigint | null, over: bigint | null): bigint | null {
  return over ?? base
}

export function laterList<T>(base: T[], over: T[]): T[] {
  return over.length === 0 ? base : over
}

export function appended<T>(base: T[] | null, over: T[] | null): T[] | null {
  if (base === null) return over === null || over.length === 0 ? base : over
  return [...base, ...(over ?? [])]
}

export function laterEntries<V>(base: ReadonlyMap<string, V>, over: ReadonlyMap<string, V>): Map<string, V> {
  return new Map([...base, ...over])
}

/** In an environment neither a variable without a value nor one with an empty value overrides. */
export function mergeEnvironment(
  base: ReadonlyMap<string, string | null>,
  over: ReadonlyMap<string, string | null>,
): Map<string, string | null> {
  const merged = new Map(base)
  for (const [name, value] of over) {
    const known = merged.get(name)
    if (known === undefined || known === null || known === '' || (value !== null && value !== ''))
      merged.set(name, value)
  }
  return merged
}

/** Both or one alone; where there are both, they are merged. */
export function mergeBoth<T>(base: T | null, over: T | null, merge: (base: T, over: T) => T): T | null {
  if (base === null || over === null) return base ?? over
  return merge(base, over)
}

/**
 * Lists whose entries have a key: a later entry replaces the earlier one with its key whole, and the result is sorted
 * by key. This happens even if the later file has no such list, and entries of one file that share a key then
 * collapse into the last. Source: docker/cli, cli/compose/loader/merge.go.
 */
export function mergeByKey<T>(
  base: T[] | null,
  over: T[] | null,
  keyOf: (entry: T) => string | number,
  compare: (a: T, b: T) => number,
): T[] | null {
  if (base === null) return over === null || over.length === 0 ? base : over
  const merged = new Map<string | number, T>()
  for (const entry of [...base, ...(over ?? [])]) merged.set(keyOf(entry), entry)
  return [...merged.values()].toSorted(compare)
}
