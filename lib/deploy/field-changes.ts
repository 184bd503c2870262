import { imageLabel } from '@/lib/compose/convert/body-values'
import { canonicalJson } from '@/lib/plan/digest'
import type { FieldChange } from '@/lib/plan/plan'
import type { ServiceSpec } from '@/lib/swarm/engine-types'
import type { Field } from './fields/field-groups'
import { type FlatForm, flatten } from './fields/flatten'

type Options = {
  /** Only for an endpoint that checks the right to see values and records who asked. */
  withValues?: boolean
}

/**
 * How two stored forms differ, field by field, in the words of a stack file. Empty if and only if they are the same. The
 * text of the image as the file has it is left out where the image itself changes, since it says the same again.
 */
export function fieldChanges(before: ServiceSpec, after: ServiceSpec, options: Options = {}): FieldChange[] {
  const [old, wanted] = [flatten(before), flatten(after)]
  const paths = [...new Set([...old.fields.keys(), ...wanted.fields.keys()])]
  const changes = paths
    .filter((path) => old.fields.get(path)?.text !== wanted.fields.get(path)?.text)
    // An empty section that is filled, or a full one that is emptied: its fields say so.
    .filter((path) => !isSection(path, old, wanted) && !isSection(path, wanted, old))
    .map((path) => changeOf(path, old.fields.get(path), wanted.fields.get(path), options))
    .toSorted(inOrder)
  if (changes.length === 0) return orderChanges(before, after)
  return changes.some(({ path }) => path === 'image')
    ? changes.filter(({ path }) => path !== `deploy.labels.${imageLabel}`)
    : changes
}

function isSection(path: string, empty: FlatForm, full: FlatForm): boolean {
  return empty.fields.get(path)?.text === '{}' && full.sections.has(path) && !full.fields.has(path)
}

function changeOf(
  path: string,
  old: Field | undefined,
  wanted: Field | undefined,
  { withValues }: Options,
): FieldChange {
  if (!withValues && (old?.isSecret || wanted?.isSecret)) {
    const masked = { path, before: null, after: null, isMasked: true }
    return old && wanted ? masked : { ...masked, only: old ? 'before' : 'after' }
  }
  return { path, before: old?.text ?? null, after: wanted?.text ?? null, isMasked: false }
}

/** Lists whose entries go by name may differ in their order alone, and the engine restarts tasks for that. */
const orderedLists = {
  environment: 'Env',
  volumes: 'Mounts',
  secrets: 'Secrets',
  configs: 'Configs',
  ulimits: 'Ulimits',
} as const

function orderChanges(before: ServiceSpec, after: ServiceSpec): FieldChange[] {
  if (canonicalJson(before) === canonicalJson(after)) return []
  const isSame = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null)
  const [old, wanted] = [before.TaskTemplate, after.TaskTemplate]
  const lists = Object.entries(orderedLists).filter(
    ([, member]) => !isSame(old.ContainerSpec?.[member], wanted.ContainerSpec?.[member]),
  )
  const paths = lists.map(([path]) => path)
  if (!isSame(old.Networks, wanted.Networks)) paths.push('networks')
  return (paths.length > 0 ? paths : ['TaskTemplate']).map((path) => ({
    path,
    before: null,
    after: null,
    isMasked: true,
  }))
}

/** The order in which people write a service. */
const sections = ['name', 'image', 'entrypoint', 'command', 'environment', 'configs', 'secrets', 'volumes', 'ports']
const ranks = new Map([...sections, 'networks', 'healthcheck'].map((section, rank) => [section, rank]))

function inOrder(a: FieldChange, b: FieldChange): number {
  return rankOf(a.path) - rankOf(b.path) || (a.path < b.path ? -1 : 1)
}

function rankOf(path: string): number {
  const [section = ''] = path.split('.')
  if (section === 'deploy') return ranks.size + 1
  return ranks.get(section) ?? (/^[A-Z]/.test(section) ? ranks.size + 2 : ranks.size)
}
