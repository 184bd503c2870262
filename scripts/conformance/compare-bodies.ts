export type SentBody = { kind: string; name: string; body: unknown }

/** The CLI's own order of equal ports is only reliable for so many. */
const portsInOrder = 12

/** Where two sets of bodies differ, one line each; empty if they are the same. Absent, null and empty differ. */
export function differencesOf(expected: readonly SentBody[], actual: readonly SentBody[]): string[] {
  const keyOf = ({ kind, name }: SentBody) => `${kind} ${name}`
  const wanted = new Map(expected.map((sent) => [keyOf(sent), sent.body]))
  const found = new Map(actual.map((sent) => [keyOf(sent), sent.body]))
  const missing = [...wanted.keys()].filter((key) => !found.has(key)).map((key) => `${key} is missing`)
  const extra = [...found.keys()].filter((key) => !wanted.has(key)).map((key) => `${key} is too much`)
  const different = [...wanted].flatMap(([key, body]) =>
    found.has(key) ? differences(normalized(body), normalized(found.get(key)), key) : [],
  )
  return [...missing, ...extra, ...different]
}

function differences(expected: unknown, actual: unknown, path: string): string[] {
  if (isRecord(expected) && isRecord(actual)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])]
    return keys.flatMap((key) => differences(expected[key], actual[key], `${path} ${key}`))
  }
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length)
    return expected.flatMap((item, index) => differences(item, actual[index], `${path} ${index}`))
  if (JSON.stringify(expected) === JSON.stringify(actual)) return []
  return [`${path}: the CLI has ${shown(expected)}, we have ${shown(actual)}`]
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}

/** Keys sorted, and what the CLI sends in random order put into one. */
function normalized(value: unknown): unknown {
  if (Array.isArray(value)) return inOrder(value.map(normalized))
  if (!isRecord(value)) return value
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(members.map(([key, member]) => [key, normalized(member)]))
}

/** References to one object come in random order, and so do many ports of one number. */
function inOrder(items: unknown[]): unknown[] {
  const keys = items.map((item) =>
    isRecord(item) ? (item.SecretName ?? item.ConfigName ?? portKey(item, items)) : null,
  )
  if (keys.some((key) => key === null || key === undefined)) return items
  return items
    .map((item, index) => ({ item, first: keys.indexOf(keys[index]), text: JSON.stringify(item) }))
    .toSorted((a, b) => a.first - b.first || (a.text < b.text ? -1 : 1))
    .map(({ item }) => item)
}

function portKey(item: Record<string, unknown>, items: unknown[]): unknown {
  return items.length > portsInOrder && 'TargetPort' in item ? (item.PublishedPort ?? 0) : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
