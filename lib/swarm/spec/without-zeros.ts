/** Members that are pointers in Go: a zero is something else than nothing. */
const zeroCounts = new Set([
  'ContainerSpec.StopGracePeriod',
  'ContainerSpec.Init',
  'Replicated.Replicas',
  'ReplicatedJob.MaxConcurrent',
  'ReplicatedJob.TotalCompletions',
  'RestartPolicy.Delay',
  'RestartPolicy.MaxAttempts',
  'RestartPolicy.Window',
  'Resources.SwapBytes',
  'Resources.MemorySwappiness',
])

/** Members that are maps of texts: their own members stand for themselves, and an empty one is as good as none. */
const maps = new Set(['Labels', 'Options', 'DriverOpts', 'Sysctls'])

/**
 * A copy of one of the engine's objects without what says nothing. In JSON the engine does not tell null from absent,
 * and on the way to its store empty lists, empty maps and zeros get lost. An empty object stays: it is a pointer that
 * is not nil, which the orchestrator tells from nil (`Limits: {}`, `DNSConfig: {}`). Measured on 20.10 and 28.5.
 */
export function withoutZeros<T extends object>(object: T, name = ''): T {
  const copy = { ...object }
  for (const [key, value] of Object.entries(copy)) {
    const isKept = !isNothing(value, key) && (zeroCounts.has(`${name}.${key}`) || !isZero(value))
    if (isKept) Reflect.defineProperty(copy, key, { value: copyOf(value, key) })
    else Reflect.deleteProperty(copy, key)
  }
  return copy
}

function isNothing(value: unknown, key: string): boolean {
  if (Array.isArray(value)) return value.length === 0
  return value === null || (maps.has(key) && typeof value === 'object' && Object.keys(value).length === 0)
}

function isZero(value: unknown): boolean {
  return value === '' || value === 0 || value === false
}

function copyOf(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((item) => copyOf(item, key))
  if (typeof value !== 'object' || value === null) return value
  return maps.has(key) ? value : withoutZeros(value, key)
}
