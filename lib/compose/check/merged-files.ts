import { byBytes } from '@/lib/compose/byte-order'
import { type Finding, finding } from '@/lib/compose/finding'
import type { ServiceModel } from '@/lib/compose/load/model'
import type { LoadedFile } from '@/lib/compose/load-stack'
import { mergeFiles } from '@/lib/compose/merge/merge-files'
import { type ComposeNode, childOf, entriesOf, nodeAt } from '@/lib/compose/parse/compose-node'
import type { Place } from '@/lib/compose/place'

/** Where putting one file over another does something else than one expects, per service and per object. */
export function mergeFindings([first, ...others]: readonly LoadedFile[]): Finding[] {
  if (!first) return []
  const findings: Finding[] = []
  let { model } = first
  const earlier = [first]
  for (const file of others) {
    for (const service of [...file.model.services.keys()].toSorted(byBytes)) {
      const base = model.services.get(service)
      if (base) findings.push(...serviceFindings(service, base, file, earlier))
    }
    findings.push(...replacedObjects(file, earlier))
    model = mergeFiles([model, file.model])
    earlier.push(file)
  }
  return findings
}

/** The places of a later file at which a service of an earlier one is changed in a surprising way. */
function serviceFindings(name: string, base: ServiceModel, file: LoadedFile, earlier: LoadedFile[]): Finding[] {
  const over = file.model.services.get(name)
  const root = nodeAt(file.interpolated, ['services', name])
  if (!over || !root) return []
  const place = keyPlaceAt(file, ['services', name]) ?? root.place
  const test = nodeAt(root, ['healthcheck', 'test'])
  const hasBoth = (base.healthcheck?.test.length ?? 0) > 0 && (over.healthcheck?.test.length ?? 0) > 0
  return [
    ...lostEntries(name, base, over).map((params) => finding('merge_loses_entries', place, params)),
    ...(hasBoth && test ? [finding('merge_appends_test', test.place, { service: name })] : []),
    ...ignoredEmpties(name, root, earlier),
  ]
}

const keyed = [
  ['ports', (port: { published: number }) => port.published],
  ['volumes', (volume: { target: string }) => volume.target],
  ['secrets', (secret: { source: string }) => secret.source],
  ['configs', (config: { source: string }) => config.source],
] as const

/** Entries of one file that share a key, of which the last one alone is left as soon as another file has the service. */
function lostEntries(service: string, base: ServiceModel, over: ServiceModel) {
  return keyed.flatMap(([section, keyOf]) => {
    // Without the section in the earlier file nothing is merged.
    if (base[section] === null) return []
    const lost = [base, over].flatMap((model) => {
      const keys = (model[section] ?? []).map((entry) => String(Reflect.apply(keyOf, null, [entry])))
      return keys.filter((key, index) => keys.lastIndexOf(key) !== index)
    })
    return lost.length === 0 ? [] : [{ service, section, keys: [...new Set(lost)] }]
  })
}

/** What counts as empty and so never overrides. Counters do, and are not among them. */
const paths: readonly (readonly string[])[] = [
  ['tty'],
  ['stdin_open'],
  ['read_only'],
  ['init'],
  ['stop_grace_period'],
  ['hostname'],
  ['user'],
  ['working_dir'],
  ['stop_signal'],
  ['restart'],
  ['image'],
  ['command'],
  ['entrypoint'],
  ['healthcheck', 'disable'],
  ['healthcheck', 'interval'],
  ['healthcheck', 'timeout'],
  ['healthcheck', 'start_period'],
  ['deploy', 'mode'],
  ['deploy', 'endpoint_mode'],
  ['deploy', 'update_config', 'delay'],
  ['deploy', 'update_config', 'monitor'],
  ['deploy', 'update_config', 'max_failure_ratio'],
  ['deploy', 'rollback_config', 'delay'],
  ['deploy', 'rollback_config', 'monitor'],
  ['deploy', 'rollback_config', 'max_failure_ratio'],
  ['deploy', 'restart_policy', 'delay'],
  ['deploy', 'restart_policy', 'window'],
  ['deploy', 'placement', 'max_replicas_per_node'],
]

function ignoredEmpties(service: string, root: ComposeNode, earlier: LoadedFile[]): Finding[] {
  const variables = entriesOf(childOf(root, 'environment')).map(([name]) => ['environment', name])
  return [...paths, ...variables].flatMap((path) => {
    const node = nodeAt(root, path)
    if (!node || !isEmpty(node)) return []
    const isSet = earlier.some((file) => {
      const known = nodeAt(file.interpolated, ['services', service, ...path])
      return known !== undefined && !isEmpty(known)
    })
    return isSet ? [finding('merge_ignores_empty', node.place, { service, property: path.join('.') })] : []
  })
}

function isEmpty(node: ComposeNode): boolean {
  if (node.kind === 'null') return true
  if (node.kind === 'boolean') return !node.value
  if (node.kind === 'integer' || node.kind === 'float') return Number(node.value) === 0
  if (node.kind === 'list') return node.items.length === 0
  return node.kind === 'text' && (node.value === '' || /^[-+]?0+(?:h|m|s|ms|us|ns)?$/.test(node.value))
}

/** Networks, volumes, secrets and configs are not merged but replaced, so what only the earlier file says is gone. */
function replacedObjects(file: LoadedFile, earlier: LoadedFile[]): Finding[] {
  return (['networks', 'volumes', 'secrets', 'configs'] as const).flatMap((section) =>
    [...file.model[section].keys()].flatMap((key) => {
      const kept = entriesOf(nodeAt(file.interpolated, [section, key])).map(([property]) => property)
      const known = earlier.flatMap((other) => entriesOf(nodeAt(other.interpolated, [section, key])))
      const lost = [...new Set(known.map(([property]) => property))].filter((property) => !kept.includes(property))
      const place = keyPlaceAt(file, [section, key])
      if (lost.length === 0 || !place) return []
      return [finding('merge_replaces_object', place, { section, name: key, lost })]
    }),
  )
}

function keyPlaceAt({ interpolated }: LoadedFile, path: readonly string[]): Place | undefined {
  const parent = nodeAt(interpolated, path.slice(0, -1))
  return parent?.kind === 'mapping' ? parent.entries.get(path.at(-1) ?? '')?.keyPlace : undefined
}
