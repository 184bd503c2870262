import { Allowance } from '@/lib/compose/allowance'
import { type Finding, finding, replacing } from '@/lib/compose/finding'
import { gather } from '@/lib/compose/gather'
import type { ComposeNode, MappingEntry, MappingNode, TextNode } from '@/lib/compose/parse/compose-node'
import { type Place, textAt } from '@/lib/compose/place'
import { ComposeRefusal } from '@/lib/compose/refusal'
import { castText, castTypeAt } from './casts'
import { type Surprise, substitute, type Variables } from './substitute'

/** The file with its variables put in, and what was surprising about them. Throws ComposeRefusal. */
export type Interpolated = { root: MappingNode; findings: Finding[] }

/** Every text value is interpolated, also within `x-` blocks; keys never are. */
export function interpolateFile(root: MappingNode, variables: Variables, allowance = new Allowance()): Interpolated {
  const interpolator = new Interpolator(variables, allowance)
  return { root: interpolator.mapping(root, ''), findings: interpolator.findings }
}

class Interpolator {
  readonly findings: Finding[] = []

  constructor(
    readonly variables: Variables,
    readonly allowance: Allowance,
  ) {}

  mapping(node: MappingNode, path: string): MappingNode {
    const entries = gather(node.entries, ([key, { keyPlace, value }]): [string, MappingEntry] => [
      key,
      { keyPlace, value: this.#node(value, path === '' ? key : `${path}.${key}`) },
    ])
    return { ...node, entries: new Map(entries) }
  }

  #node(node: ComposeNode, path: string): ComposeNode {
    if (node.kind === 'mapping') return this.mapping(node, path)
    if (node.kind === 'list') return { ...node, items: gather(node.items, (item) => this.#node(item, `${path}.[]`)) }
    return node.kind === 'text' && node.value.includes('$') ? this.#text(node, path) : node
  }

  #text(node: TextNode, path: string): ComposeNode {
    const { text, failure, surprises } = substitute(node.value, this.variables, this.allowance.left('characters'))
    this.allowance.take('characters', text.length, node.place)
    if (failure) {
      const place = placeOf(failure.expression, node.place)
      const { variable, message } = failure
      if (message === null) throw new ComposeRefusal([finding('interpolation_invalid', place, { path })])
      throw new ComposeRefusal([
        finding('variable_required', place, { path, variable, message, hasMessage: message !== '' }),
      ])
    }
    for (const surprise of surprises) this.findings.push(surpriseFinding(surprise, path, node.place))
    if (text === node.value) return node
    const type = castTypeAt(path)
    if (type === null) return { ...node, value: text }
    const cast = castText(text, type, node.place)
    if (!cast) throw new ComposeRefusal([finding('variable_not_castable', node.place, { path, type })])
    if (path.endsWith('.mode') && /^0\d/.test(text))
      this.findings.push(finding('mode_of_variable_is_decimal', node.place, { path }))
    return cast
  }
}

function surpriseFinding({ code, expression, variable }: Surprise, path: string, place: Place): Finding {
  const at = placeOf(expression, place)
  const isFound = textAt(at) === expression
  const correction = isFound ? correctionOf(code, expression, variable) : null
  const edits = correction === null ? [] : [replacing(at, correction)]
  return finding(code, at, { path, variable }, edits)
}

function correctionOf(code: Surprise['code'], expression: string, variable: string): string | null {
  if (code === 'expression_takes_the_rest') return `\${${variable}}${expression.slice(variable.length + 1)}`
  // An en dash reads the same and is no operator.
  if (code === 'required_became_default') return expression.replaceAll('-', '–')
  return null
}

/** Where within a text the expression is written; the whole text if escapes or folding hide it. */
function placeOf(expression: string, place: Place): Place {
  const at = textAt(place).indexOf(expression)
  return at === -1 ? place : { ...place, start: place.start + at, end: place.start + at + expression.length }
}
