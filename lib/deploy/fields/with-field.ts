import { imageLabel } from '@/lib/compose/convert/body-values'
import type { ContainerSpec, ServiceSpec } from '@/lib/swarm/engine-types'
import { fieldNames } from './field-names'

type Context = {
  /** A network's name for its ID or name. */
  networkName: (target: string) => string
}

/**
 * A spec with one field, by its path as FieldChange has it, as another form has it; every other field stays as the engine
 * gave it. Of lists whose entries go by name that entry alone is taken, to its place; a mount or an attachment as a whole.
 * References to configs and secrets that are taken have no id yet. Null for a field that cannot be taken alone.
 */
export function withField(spec: ServiceSpec, wanted: ServiceSpec, path: string, context: Context): ServiceSpec | null {
  // Its config goes by an id that no stack file knows.
  if (path.startsWith('credential_spec')) return null
  const copy = structuredClone(spec)
  const group = Object.keys(groups).find((prefix) => path === prefix || path.startsWith(`${prefix}.`))
  if (group) {
    const entry = path === group ? null : path.slice(group.length + 1)
    groups[group]?.(copy, wanted, entry, context)
    return copy
  }
  for (const place of placesOf(path, spec, wanted)) putValue(copy, wanted, place)
  return copy
}

type Take = (spec: ServiceSpec, wanted: ServiceSpec, entry: string | null, context: Context) => void

const groups: Readonly<Record<string, Take>> = {
  environment: inContainer((own, other, entry) => ({
    Env: merged(own.Env, other.Env, entry, (text) => text.split('=', 1)[0] ?? ''),
  })),
  secrets: inContainer((own, other, entry) => ({
    Secrets: merged(own.Secrets, other.Secrets, entry, ({ SecretName, File }) => File?.Name ?? SecretName),
  })),
  configs: inContainer((own, other, entry) => ({
    Configs: merged(own.Configs, other.Configs, entry, ({ ConfigName, File }) => File?.Name ?? ConfigName),
  })),
  volumes: inContainer((own, other, entry) => ({
    Mounts: merged(own.Mounts, other.Mounts, entry, ({ Target }) => Target),
  })),
  ulimits: inContainer((own, other, entry) => ({
    Ulimits: merged(own.Ulimits, other.Ulimits, entry, ({ Name }) => Name ?? ''),
  })),
  networks({ TaskTemplate: task }, { TaskTemplate: other }, entry, { networkName }) {
    task.Networks = merged(task.Networks, other.Networks, entry, ({ Target }) => networkName(Target))
  },
  labels: inMap(['TaskTemplate', 'ContainerSpec', 'Labels']),
  sysctls: inMap(['TaskTemplate', 'ContainerSpec', 'Sysctls']),
  'deploy.labels': inMap(['Labels']),
  'logging.options': inMap(['TaskTemplate', 'LogDriver', 'Options']),
  ports: (spec, wanted) => putValue(spec, wanted, ['EndpointSpec', 'Ports']),
  'deploy.mode': (spec, wanted) => putValue(spec, wanted, ['Mode']),
  'deploy.replicas': (spec, wanted) => putValue(spec, wanted, ['Mode']),
}

type TakeInContainer = (own: ContainerSpec, other: ContainerSpec, entry: string | null) => ContainerSpec

function inContainer(take: TakeInContainer): Take {
  return ({ TaskTemplate: task }, { TaskTemplate: other }, entry) => {
    const own = task.ContainerSpec ?? {}
    task.ContainerSpec = { ...own, ...take(own, other.ContainerSpec ?? {}, entry) }
  }
}

function inMap(place: readonly string[]): Take {
  return (spec, wanted, entry) => putValue(spec, wanted, entry === null ? place : [...place, entry])
}

/** Without an entry, only the order of the two differs. */
function merged<T>(own: T[] = [], other: T[] = [], entry: string | null, keyOf: (item: T) => string): T[] {
  const order = new Map(other.map((item, index) => [keyOf(item), index]))
  if (entry === null) return own.toSorted((a, b) => (order.get(keyOf(a)) ?? 0) - (order.get(keyOf(b)) ?? 0))
  const key = keyIn([...own, ...other].map(keyOf), entry)
  const place = own.findIndex((item) => keyOf(item) === key)
  const rest = own.filter((item) => keyOf(item) !== key)
  const taken = other.filter((item) => keyOf(item) === key)
  return rest.toSpliced(place >= 0 ? place : placeIn(rest.map(keyOf), [...order.keys()], key), 0, ...taken)
}

/** Keys may hold dots, and what follows a key is a part of its entry: the longest one that fits. */
function keyIn(keys: readonly string[], entry: string): string {
  const fitting = keys.filter((key) => entry === key || entry.startsWith(`${key}.`))
  return fitting.toSorted((a, b) => b.length - a.length)[0] ?? entry
}

/** Behind the nearest of those that come before it in the other list. */
function placeIn(keys: readonly string[], order: readonly string[], key: string): number {
  const before = order.slice(0, order.indexOf(key)).toReversed()
  const neighbour = before.find((other) => keys.includes(other))
  return neighbour === undefined ? 0 : keys.lastIndexOf(neighbour) + 1
}

/** Sections that the engine completes: what is taken out of one comes back as a default, unless all of it goes. */
const completed = ['UpdateConfig', 'RollbackConfig', 'TaskTemplate.RestartPolicy']

/**
 * Where the engine has what the path names. A section of which both have parts is no field: its parts are. The text of the
 * image that the file had goes with the image, which alone is shown.
 */
function placesOf(path: string, spec: ServiceSpec, wanted: ServiceSpec): string[][] {
  const names = Object.keys(fieldNames).filter((name) => fieldNames[name]?.path === path)
  const places = (names.length > 0 ? names : [path]).map((name) => {
    const section = completed.find((one) => name.startsWith(`${one}.`))?.split('.')
    return section && valueAt(wanted, section) === undefined ? section : name.split('.')
  })
  const all = path === 'image' ? [...places, ['Labels', imageLabel]] : places
  return all.filter((place) => !isSection(valueAt(spec, place)) || !isSection(valueAt(wanted, place)))
}

function isSection(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).length > 0
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function valueAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return value
  return isRecord(value) && Object.hasOwn(value, key) ? valueAt(value[key], rest) : undefined
}

/** With the sections that lead there; and where there is nothing to put, without those that were there for it alone. */
function putValue(into: object, from: object, [key = '', ...rest]: readonly string[]): void {
  const [own, wanted] = [valueAt(into, [key]), valueAt(from, [key])]
  const put = (value: unknown) => Reflect.defineProperty(into, key, { ...asUsual, value })
  if (wanted === undefined && (rest.length === 0 || isGoneWith(own, rest))) Reflect.deleteProperty(into, key)
  else if (rest.length === 0) put(structuredClone(wanted))
  else if (isRecord(own) || wanted !== undefined) {
    const section = isRecord(own) ? own : {}
    putValue(section, isRecord(wanted) ? wanted : {}, rest)
    put(section)
  }
}

const asUsual = { writable: true, enumerable: true, configurable: true }

function isGoneWith(section: unknown, [key = '', ...rest]: readonly string[]): boolean {
  if (!isRecord(section) || Object.keys(section).some((other) => other !== key)) return false
  return rest.length === 0 || isGoneWith(section[key], rest)
}
