import type { TextEdit } from '@/lib/compose/finding'
import { replacing } from '@/lib/compose/finding'
import { type ComposeNode, childOf, type MappingEntry, type MappingNode } from '@/lib/compose/parse/compose-node'
import { type Place, textAt } from '@/lib/compose/place'
import { addedBelow, blockOf, indentBefore, indented, startsLine, withoutEntry } from './block'

type Wish = {
  /** The service's key in both files. */
  service: string
  /** As a FieldChange has it: `deploy.resources.limits.memory`. */
  path: string
}

/** Sections whose parts go by other names in a plan than in a file, and are taken whole. */
const wholeSections = ['configs', 'secrets', 'volumes', 'networks', 'ports', 'ulimits', 'extra_hosts']

/** Mappings whose keys may hold dots. */
const dottedKeys = /^(environment|labels|sysctls|deploy\.labels|logging\.options)\.(.+)$/

/**
 * What makes one field of a service in a file what it is in another one; comments and layout are people's own, so nothing
 * else is touched. Null where only a person can: a field that no file has a word for, a section in braces, or an anchor.
 */
export function takeField(file: MappingNode, other: MappingNode, { service, path }: Wish): TextEdit[] | null {
  if (/^[A-Z]/.test(path)) return null
  const own = childOf(childOf(file, 'services'), service)
  const wanted = childOf(childOf(other, 'services'), service)
  if (own?.kind !== 'mapping' || wanted?.kind !== 'mapping') return null
  return take(own, wanted, partsOf(path))
}

function partsOf(path: string): string[] {
  const [section = ''] = path.split('.')
  if (wholeSections.includes(section)) return [section]
  const dotted = dottedKeys.exec(path)
  return dotted ? [...(dotted[1] ?? '').split('.'), dotted[2] ?? ''] : path.split('.')
}

function take(own: MappingNode, wanted: MappingNode, [key = '', ...rest]: string[]): TextEdit[] | null {
  const [mine, theirs] = [own.entries.get(key), wanted.entries.get(key)]
  if (!theirs) return mine ? orNull(withoutEntry(own, key)) : null
  if (!mine) return added(own, theirs, rest)
  const [left, right] = [mine.value, theirs.value]
  if (rest.length > 0 && left.kind === 'mapping' && right.kind === 'mapping') {
    const changed = take(left, right, rest)
    // What it had alone goes with it, since an empty section would mean something else.
    return (
      changed ?? (left.entries.size === 1 && !right.entries.has(rest[0] ?? '') ? orNull(withoutEntry(own, key)) : null)
    )
  }
  if (isScalar(left) && isScalar(right) && !isShared(left.place)) return [replacing(left.place, textAt(right.place))]
  return replaced(mine.keyPlace, theirs.keyPlace)
}

function orNull(edits: TextEdit[]): TextEdit[] | null {
  return edits.length > 0 ? edits : null
}

function isScalar({ kind, place }: ComposeNode): boolean {
  return (
    kind !== 'list' &&
    kind !== 'mapping' &&
    kind !== 'odd-mapping' &&
    !textAt(place).includes('\n') &&
    place.end > place.start
  )
}

/** An anchor or an alias: to change it here would change it elsewhere. */
function isShared(place: Place): boolean {
  const before = place.source.text.slice(Math.max(0, place.start - 80), place.start)
  return /[&*][\w-]+\s*$/.test(before) || textAt(place).startsWith('*')
}

function replaced(own: Place, wanted: Place): TextEdit[] | null {
  const block = blockOf(own)
  const lines = linesOf(wanted, indentBefore(own))
  if (!block || !lines || /(^|\s)[&*][\w-]/.test(block.text)) return null
  return [{ file: block.source.name, start: block.start, end: block.end, text: lines }]
}

/** Behind the last key that there is, with the sections that lead to it and nothing else that is in them. */
function added(own: MappingNode, entry: MappingEntry, path: readonly string[]): TextEdit[] | null {
  if (textAt(own.place).startsWith('{')) return addedInBraces(own, descend(entry, path))
  const last = [...own.entries.values()].at(-1)?.keyPlace
  if (!last || !startsLine(last)) return null
  const { sections, leaf } = descend(entry, path)
  const indentOf = (depth: number) => indentBefore(last) + '  '.repeat(depth)
  const block = blockOf(last)
  const lines = linesOf(leaf.keyPlace, indentOf(sections.length))
  if (!block || !lines) return null
  const heads = sections.map((section, depth) => `${indentOf(depth)}${section}:\n`)
  return [addedBelow(block, heads.join('') + lines)]
}

type Leaf = { sections: string[]; leaf: MappingEntry }

/** Behind the last member, as one itself: `{a: 1}` becomes `{a: 1, b: {c: 2}}`. */
function addedInBraces({ entries, place }: MappingNode, { sections, leaf }: Leaf): TextEdit[] | null {
  const last = [...entries.values()].at(-1)?.value.place
  // What an alias brought in stands elsewhere.
  if (!last || !isScalar(leaf.value) || last.start < place.start || last.end > place.end) return null
  const { source, end } = last
  const member = `${textAt(leaf.keyPlace)}: ${textInBraces(leaf.value)}`
  const text = sections.reduceRight((inner, section) => `${section}: {${inner}}`, member)
  return [{ file: source.name, start: end, end, text: `, ${text}` }]
}

/** Commas and brackets end a text there. */
function textInBraces(node: ComposeNode): string {
  const written = textAt(node.place)
  return node.kind !== 'text' || /^["']|^[\w./:@-]+$/.test(written) ? written : JSON.stringify(node.value)
}

function descend(entry: MappingEntry, [key, ...rest]: readonly string[]): Leaf {
  const child = key !== undefined && entry.value.kind === 'mapping' ? entry.value.entries.get(key) : undefined
  if (!child) return { sections: [], leaf: entry }
  const { sections, leaf } = descend(child, rest)
  return { sections: [textAt(entry.keyPlace), ...sections], leaf }
}

/** The lines of a key, moved to another column. */
function linesOf(keyPlace: Place, indent: string): string | null {
  const block = blockOf(keyPlace)
  if (!block) return null
  const own = indentBefore(keyPlace).length
  return indented(block.text.replaceAll(new RegExp(`^ {${own}}`, 'gm'), ''), indent)
}
