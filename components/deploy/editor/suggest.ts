import { idleProperties } from '@/lib/compose/check/ignored-properties'
import { choicesAt, type KeyShape, keysAt } from './compose-keys'
import { knownValues } from './known-values'
import { suggestNames } from './suggest-names'
import type { Suggestion, SwarmNames } from './suggestion'
import { contextAt, type YamlContext } from './yaml-context'

export type Suggestions = { from: number; options: Suggestion[] }

export type Surroundings = {
  names: SwarmNames
  /** The other Compose files of the stack, whose names may be used too. */
  otherTexts: readonly string[]
  variables: readonly string[]
}

/** What may stand where somebody types, by the schema, by the file itself and by the swarm. */
export function suggest(text: string, offset: number, around: Surroundings): Suggestions | null {
  const variable = /\$\{?(\w*)$/.exec(text.slice(0, offset))
  if (variable) return suggestVariables(offset, variable[0], around.variables)
  const context = contextAt(text, offset)
  if (!context) return null
  const names = suggestNames(context, [text, ...around.otherTexts], around.names)
  const options = [...names, ...suggestKeys(context, text), ...suggestValues(context, text)]
  return options.length > 0 ? { from: context.from, options: uniqueByLabel(options) } : null
}

function suggestVariables(offset: number, typed: string, names: readonly string[]): Suggestions | null {
  if (typed === '$') return null
  const options = names.map((name): Suggestion => ({ label: name, insert: `\${${name}}`, kind: 'variable' }))
  return options.length > 0 ? { from: offset - typed.length, options } : null
}

function suggestKeys(context: YamlContext, text: string): Suggestion[] {
  if (context.place !== 'entry') return []
  const present = new Set(context.siblings)
  return [...keysAt(context.path, text)]
    .filter(([key]) => !present.has(key))
    .map(([key, shape]) => ({
      label: key,
      insert: key + continued(shape, context.column),
      kind: isIdle(context, key) ? 'idle' : 'key',
    }))
}

function isIdle({ path }: YamlContext, key: string): boolean {
  return path.length === 2 && path[0] === 'services' && idleProperties.has(key)
}

function continued(shape: KeyShape, column: number): string {
  if (shape === 'text') return ': '
  return `:\n${' '.repeat(column + 2)}${shape === 'list' ? '- ' : ''}`
}

function suggestValues({ path, place }: YamlContext, text: string): Suggestion[] {
  if (place !== 'value') return []
  const values = [...choicesAt(path, text), ...knownValues(path)]
  return values.map((value) => ({ label: value, insert: value, kind: 'value' }))
}

function uniqueByLabel(options: readonly Suggestion[]): Suggestion[] {
  return [...new Map(options.toReversed().map((option) => [option.label, option])).values()].toReversed()
}
