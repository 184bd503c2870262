/** Adds values under a key of a map of lists. */
export function addTo<K, V>(map: Map<K, V[]>, key: K, ...values: V[]): void {
  const known = map.get(key)
  if (known) known.push(...values)
  else map.set(key, [...values])
}
