import { type ComposeNode, entriesOf, itemsOf, type MappingNode, type TextNode } from '@/lib/compose/parse/compose-node'
import { lineAndColumn, type Source, textAt } from '@/lib/compose/place'
import { variablesIn } from './substitute'

/** A variable that a file names. It is required only where nothing stands in for it. */
export type NamedVariable = {
  name: string
  isRequired: boolean
  defaultValue: string | null
  places: { file: string; line: number }[]
}

/**
 * The variables that are put into the values of these files, in the order in which they are first named. A file that is
 * broken, as it is between two letters, comes as its text, and is searched line by line: what was typed for a variable
 * must not lose its place meanwhile.
 */
export function listVariables(files: readonly (MappingNode | Source)[]): NamedVariable[] {
  const found = new Map<string, NamedVariable>()
  for (const file of files) for (const text of 'text' in file ? linesOf(file) : textsOf(file)) addFrom(text, found)
  return [...found.values()]
}

/** More than anybody looks up. */
const mostPlaces = 20

function addFrom({ value, place }: TextNode, found: Map<string, NamedVariable>): void {
  const written = textAt(place)
  let from = 0
  for (const { variable, expression, isRequired, defaultValue } of variablesIn(value)) {
    // Escapes or folding may hide it; then nothing behind it is looked for either.
    const at = from === -1 ? -1 : written.indexOf(expression, from)
    from = at === -1 ? -1 : at + expression.length
    const known = found.get(variable) ?? { name: variable, isRequired: false, defaultValue: null, places: [] }
    known.isRequired ||= isRequired
    known.defaultValue ??= defaultValue
    found.set(variable, known)
    if (known.places.length >= mostPlaces) continue
    const { line } = lineAndColumn(place.source, place.start + Math.max(at, 0))
    known.places.push({ file: place.source.name, line })
  }
}

function* linesOf(source: Source): Generator<TextNode> {
  for (const [index, start] of source.lineStarts.entries()) {
    const end = source.lineStarts[index + 1] ?? source.text.length
    const value = source.text.slice(start, end)
    const isComment = value.trimStart().startsWith('#')
    if (value.includes('$') && !isComment) yield { kind: 'text', value, place: { source, start, end } }
  }
}

function* textsOf(node: ComposeNode): Generator<TextNode> {
  if (node.kind === 'text') {
    if (node.value.includes('$')) yield node
    return
  }
  for (const item of itemsOf(node)) yield* textsOf(item)
  for (const [, { value }] of entriesOf(node)) yield* textsOf(value)
}
