import { asResource } from '@/lib/compose/edit/as-resource'
import { withoutEntry } from '@/lib/compose/edit/block'
import { movedIntoDeploy } from '@/lib/compose/edit/into-deploy'
import { type Finding, finding, replacing, type TextEdit } from '@/lib/compose/finding'
import { type ComposeNode, type MappingNode, nodeAt } from '@/lib/compose/parse/compose-node'
import type { Rule } from './rule'
import { newestMinor, stackRule } from './stack-rule'
import type { Violation } from './validate'

/** What `docker compose` knows and `docker stack deploy` refuses. */
const ofCompose = new Set([
  'annotations',
  'attach',
  'blkio_config',
  'configs.content',
  'configs.environment',
  'cpu_count',
  'cpu_percent',
  'cpus',
  'develop',
  'device_cgroup_rules',
  'enable_ipv6',
  'gpus',
  'group_add',
  'include',
  'mem_reservation',
  'mem_swappiness',
  'memory',
  'models',
  'name',
  'oom_kill_disable',
  'pids_limit',
  'platform',
  'post_start',
  'pre_stop',
  'profiles',
  'provider',
  'pull_policy',
  'runtime',
  'scale',
  'secrets.environment',
  'storage_opt',
  'use_api_socket',
  'uts',
])

type Context = { path: string; root: MappingNode; minor: number }

type UnknownProperty = Violation & { kind: 'unknown_property' }

/** Says why a property is unknown, and how to correct it: it came later, it belongs into deploy, or it is misspelt. */
export function unknownPropertyFinding(violation: UnknownProperty, { path, root, minor }: Context): Finding {
  const { place, property } = violation
  const params = { path, property }
  const first = firstMinorWith(violation, minor)
  if (first !== null) {
    const version = root.entries.get('version')?.value.place
    const edits = version ? [replacing(version, JSON.stringify(`3.${first}`))] : []
    return finding('schema_property_of_later_version', place, { ...params, since: `3.${first}` }, edits)
  }
  const isInService = violation.path.length === 2 && violation.path[0] === 'services'
  if (isInService && belongsInDeploy(property, minor)) {
    const service = nodeAt(root, violation.path)
    const edits = service?.kind === 'mapping' ? movedIntoDeploy(service, property) : []
    return finding('schema_property_belongs_in_deploy', place, params, edits)
  }
  const section = violation.path[0] ?? ''
  if (ofCompose.has(property) || ofCompose.has(`${section}.${property}`)) {
    const parent = parentOf(violation, root)
    const edits = parent?.kind === 'mapping' ? composeCorrection(parent, property, isInService) : []
    return finding('schema_property_of_compose', place, params, edits)
  }
  const meant = nearest(property, knownProperties(violation, minor))
  const parent = parentOf(violation, root)
  const isThere = meant !== null && parent?.kind === 'mapping' && parent.entries.has(meant)
  // Beside the right key it would be the same key twice.
  const edits = meant === null || isThere ? [] : [replacing(place, meant)]
  return finding('schema_unknown_property', place, { ...params, meant: meant ?? '', isGuess: meant !== null }, edits)
}

function parentOf({ path }: UnknownProperty, root: MappingNode): ComposeNode | undefined {
  return nodeAt(
    root,
    path.map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
  )
}

/** What means the same to `stack deploy`; without it otherwise. */
function composeCorrection(parent: MappingNode, property: string, isInService: boolean): TextEdit[] {
  const moved = isInService ? asResource(parent, property) : []
  return moved.length > 0 ? moved : withoutEntry(parent, property)
}

function firstMinorWith({ path, property }: UnknownProperty, minor: number): number | null {
  for (let later = minor + 1; later <= newestMinor; later += 1) {
    if (rulesAt(stackRule(later), path).some((rule) => Object.hasOwn(rule.properties ?? {}, property))) return later
    const isExtension = property.startsWith('x-')
    if (
      isExtension &&
      rulesAt(stackRule(later), path).some((rule) => rule.patterns?.some(({ pattern }) => pattern.test(property)))
    )
      return later
  }
  return null
}

function belongsInDeploy(property: string, minor: number): boolean {
  const [deploy] = rulesAt(stackRule(minor), ['services', 'a', 'deploy'])
  return Object.hasOwn(deploy?.properties ?? {}, property)
}

function knownProperties({ path }: UnknownProperty, minor: number): string[] {
  return rulesAt(stackRule(minor), path).flatMap((rule) => Object.keys(rule.properties ?? {}))
}

/** The rules for what is at the end of a path, of all alternatives on the way. */
function rulesAt(rule: Rule, path: readonly string[]): Rule[] {
  const alternatives = rule.oneOf ?? [rule]
  const [key, ...rest] = path
  if (key === undefined) return [...alternatives]
  return alternatives.flatMap((alternative) => {
    const property = Object.hasOwn(alternative.properties ?? {}, key) ? alternative.properties?.[key] : undefined
    const matching = alternative.patterns?.filter(({ pattern }) => pattern.test(key)).map((entry) => entry.rule) ?? []
    const next = property ? [property] : /^\d+$/.test(key) && alternative.items ? [alternative.items] : matching
    return next.flatMap((child) => rulesAt(child, rest))
  })
}

/** A known name that one or two wrong letters turn into this one; null if there is none, or more than one. */
function nearest(name: string, known: readonly string[]): string | null {
  if (name.length > 40) return null
  const most = name.length > 5 ? 2 : 1
  const close = known.filter((candidate) => distance(name, candidate) <= most)
  return close.length === 1 ? (close[0] ?? null) : null
}

/** Letters to insert, remove or change. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [row, letter] of Array.from(a).entries()) {
    const current = [row + 1]
    for (const [column, other] of Array.from(b).entries()) {
      const change = (previous[column] ?? 0) + (letter === other ? 0 : 1)
      current.push(Math.min(change, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1))
    }
    previous = current
  }
  return previous.at(-1) ?? 0
}
