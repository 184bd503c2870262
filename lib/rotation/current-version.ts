/**
 * The version of a family that counts, of versions oldest first: the newest that a service asks for, else the newest. After
 * a restoration that is an older one.
 */
export function currentVersion<V>(versions: readonly V[], isUsed: (version: V) => boolean): V | null {
  return versions.findLast(isUsed) ?? versions.at(-1) ?? null
}
