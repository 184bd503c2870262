import { isAt } from './known-values'
import type { Suggestion, SwarmNames } from './suggestion'
import { namesIn, type Section } from './top-level'
import type { YamlContext } from './yaml-context'

const sections = ['networks', 'volumes', 'configs', 'secrets'] as const

/** Names that may stand at a place: of the file's own sections, and of what is in the swarm. */
export function suggestNames(context: YamlContext, texts: readonly string[], swarm: SwarmNames): Suggestion[] {
  const { path, place } = context
  if (isAt('services/*/deploy/placement/constraints/[]', path)) return constraints(swarm)
  if (isAt('services/*/deploy/placement/preferences/[]/spread', path)) return spreads(swarm)
  if (isAt('services/*/depends_on/[]', path)) return declared(texts, 'services', '')
  return sections.flatMap((section) => {
    if (place === 'entry' && isAt(section, path)) return declarations(context, swarm[section])
    if (place === 'value' && isAt(`${section}/*/name`, path)) return values(swarm[section])
    return isReference(section, context) ? references(texts, section, swarm[section], context) : []
  })
}

/** `- name` of a service, `source: name` in the long form, or a network as a key. */
function isReference(section: Section, { path, place, isItem }: YamlContext): boolean {
  if (place === 'value') return isAt(`services/*/${section}/[]/source`, path)
  if (isAt(`services/*/${section}/[]`, path)) return isItem
  return section === 'networks' && isAt('services/*/networks', path)
}

function references(
  texts: readonly string[],
  section: (typeof sections)[number],
  inSwarm: readonly string[],
  { place, path }: YamlContext,
): Suggestion[] {
  const after = section === 'volumes' && place === 'entry' ? ':' : path.at(-1) === 'networks' ? ':' : ''
  const own = declared(texts, section, after)
  const known = new Set(own.map(({ label }) => label))
  const others = inSwarm.filter((name) => !known.has(name))
  return [
    ...own,
    ...others.map((name): Suggestion => ({ label: name, insert: name + after, kind: 'swarm', declares: section })),
  ]
}

function declared(texts: readonly string[], section: Section, after: string): Suggestion[] {
  const names = [...new Set(texts.flatMap((text) => namesIn(text, section)))]
  return names.map((name) => ({ label: name, insert: name + after, kind: 'file' }))
}

function declarations({ column, siblings }: YamlContext, names: readonly string[]): Suggestion[] {
  const indent = ' '.repeat(column + 2)
  return names
    .filter((name) => !siblings.includes(name))
    .map((name) => ({ label: name, insert: `${name}:\n${indent}external: true`, kind: 'swarm' }))
}

function values(names: readonly string[]): Suggestion[] {
  return names.map((name) => ({ label: name, insert: name, kind: 'swarm' }))
}

function constraints({ nodes }: SwarmNames): Suggestion[] {
  const labels = nodes.flatMap((node) =>
    Object.entries(node.labels).map(([key, value]) => `node.labels.${key}==${value}`),
  )
  const hosts = nodes.map(({ hostname }) => `node.hostname==${hostname}`)
  const roles = ['node.role==manager', 'node.role==worker', 'node.platform.os==linux', 'node.platform.arch==x86_64']
  return [...new Set([...labels, ...hosts, ...roles])].map((text) => ({ label: text, insert: text, kind: 'node' }))
}

function spreads({ nodes }: SwarmNames): Suggestion[] {
  const keys = new Set(nodes.flatMap((node) => Object.keys(node.labels)))
  return [...[...keys].map((key) => `node.labels.${key}`), 'node.id', 'node.hostname'].map((text) => ({
    label: text,
    insert: text,
    kind: 'node',
  }))
}
