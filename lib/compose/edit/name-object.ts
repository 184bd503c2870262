import { replacing, type TextEdit } from '@/lib/compose/finding'
import { interpolateFile } from '@/lib/compose/interpolate/interpolate-file'
import { type ComposeNode, childOf, entriesOf, type MappingEntry } from '@/lib/compose/parse/compose-node'
import type { ParsedFile } from '@/lib/compose/parse/parse-file'
import { lineAndColumn, textAt } from '@/lib/compose/place'
import { ComposeRefusal } from '@/lib/compose/refusal'
import { minorOf, versionOf } from '@/lib/compose/schema/version'
import type { DataObjectKind } from '@/lib/contract/data-objects'

/** Why a file cannot be made to name another object: a person has to do it. */
export type NamingProblem = 'not_named' | 'shared_by_alias' | 'version_without_names' | 'not_readable'

export type Naming = { edits: TextEdit[]; keys: string[] } | { problem: NamingProblem }

type Wish = {
  kind: DataObjectKind
  stack: string
  from: string
  to: string
}

type Variables = { variables: Readonly<Record<string, string>> }

/** Names of configs and secrets came with 3.5, names of external ones in another form before. */
const firstMinorWithNames = 5

/**
 * The edits after which the file uses the config or secret `to` where it used `from`. Keys stay as they are, since they
 * are the default targets in the containers; comments and layout stay, since only the name itself is written.
 */
export function nameObject(file: ParsedFile, { variables, ...wish }: Wish & Variables): Naming {
  const interpolated = interpolatedRoot(file, variables)
  return interpolated ? nameObjectIn({ ...file, interpolated }, wish) : { problem: 'not_readable' }
}

/** The same of a file whose variables have been put in. */
export function nameObjectIn(file: ParsedFile & { interpolated: ComposeNode }, wish: Wish): Naming {
  const section = `${wish.kind}s`
  const minor = minorOf(versionOf(file.root))
  const users = entriesOf(childOf(file.interpolated, section)).filter(
    ([key, { value }]) => nameOf(key, value, wish.stack) === wish.from,
  )
  if (users.length === 0) return { problem: 'not_named' }
  const edits: TextEdit[] = []
  for (const [key] of users) {
    const entry = entriesOf(childOf(file.root, section)).find(([own]) => own === key)?.[1]
    const made = entry ? nameEntry(file, entry, { to: wish.to, minor: minor ?? 0 }) : null
    if (!made) return { problem: 'not_readable' }
    if ('problem' in made) return made
    edits.push(made)
  }
  return { edits, keys: users.map(([key]) => key) }
}

function interpolatedRoot(file: ParsedFile, variables: Variables['variables']): ComposeNode | null {
  try {
    return interpolateFile(file.root, new Map(Object.entries(variables))).root
  } catch (error) {
    if (error instanceof ComposeRefusal) return null
    throw error
  }
}

/** The name that the object has in the swarm. Source: docker/cli, cli/compose/loader/loader.go and convert/compose.go. */
function nameOf(key: string, node: ComposeNode, stack: string): string {
  const named = textOf(childOf(childOf(node, 'external'), 'name')) || textOf(childOf(node, 'name'))
  if (named !== '') return named
  return isExternal(node) ? key : `${stack}_${key}`
}

function isExternal(node: ComposeNode): boolean {
  const external = childOf(node, 'external')
  return external?.kind === 'mapping' || (external?.kind === 'boolean' && external.value)
}

const textOf = (node: ComposeNode | undefined) => (node?.kind === 'text' ? node.value : '')

function nameEntry(
  file: ParsedFile,
  { keyPlace, value }: MappingEntry,
  { to, minor }: { to: string; minor: number },
): TextEdit | { problem: NamingProblem } {
  // What stands behind an alias is written elsewhere, perhaps for others, too.
  if (value.place.start < keyPlace.start) return { problem: 'shared_by_alias' }
  const name = childOf(childOf(value, 'external'), 'name') ?? childOf(value, 'name')
  if (name) return replacing(name.place, quotedLike(textAt(name.place), to))
  const external = childOf(value, 'external')
  if (external?.kind === 'boolean' && minor < firstMinorWithNames) return replacing(external.place, `{ name: ${to} }`)
  if (minor < firstMinorWithNames) return { problem: 'version_without_names' }
  return inserted(file, value, to)
}

/** A line of its own before the first one of a block, or the first member in braces. */
function inserted({ source }: ParsedFile, value: ComposeNode, to: string): TextEdit | { problem: NamingProblem } {
  if (value.kind !== 'mapping') return { problem: 'not_readable' }
  const first = [...value.entries.values()][0]?.keyPlace
  const text = textAt(value.place)
  if (text.startsWith('{')) {
    const at = value.place.start + 1
    const rest = text.slice(1).trimStart().startsWith('}') ? '' : text[1] === ' ' ? ',' : ', '
    return { file: source.name, start: at, end: at, text: ` name: ${to}${rest}` }
  }
  if (!first || first.start < value.place.start) return { problem: 'shared_by_alias' }
  const { column } = lineAndColumn(source, first.start)
  const lead = source.text.slice(first.start - column + 1, first.start)
  if (lead.trim() !== '') return { problem: 'not_readable' }
  const lineEnd = source.text.includes('\r\n') ? '\r\n' : '\n'
  return { file: source.name, start: first.start, end: first.start, text: `name: ${to}${lineEnd}${lead}` }
}

/** A name of letters, digits, dots and dashes needs quotes only where YAML would take it for something else. */
function quotedLike(written: string, name: string): string {
  if (written.startsWith('"')) return `"${name}"`
  if (written.startsWith("'")) return `'${name}'`
  return /^[a-zA-Z][\w.-]*$/.test(name) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(name) ? name : `"${name}"`
}
