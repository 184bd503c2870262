import type { Rule } from '@/lib/compose/schema/rule'
import { newestMinor, stackRule } from '@/lib/compose/schema/stack-rule'

/** What a key's value is, as far as it decides how one goes on typing. */
export type KeyShape = 'mapping' | 'list' | 'text'

/** The keys that the schema of the file's version allows at a path, each with the shape of its value. */
export function keysAt(path: readonly string[], text: string): Map<string, KeyShape> {
  const found = rulesAt(path, text).flatMap((rule) => Object.entries(rule.properties ?? {}))
  return new Map(found.map(([key, rule]) => [key, shapeOf(rule)]))
}

/** The words that the schema allows as the value at a path. */
export function choicesAt(path: readonly string[], text: string): string[] {
  const rules = rulesAt(path, text)
  const isFlag = rules.length > 0 && rules.every(({ types }) => types?.includes('boolean'))
  return isFlag ? ['true', 'false'] : rules.flatMap(({ choices }) => choices ?? [])
}

function rulesAt(path: readonly string[], text: string): Rule[] {
  return path.reduce<Rule[]>(
    (rules, key) => expand(rules.flatMap((rule) => below(rule, key))),
    expand([stackRule(minorIn(text))]),
  )
}

function below(rule: Rule, key: string): Rule[] {
  if (key === '[]') return rule.items ? [rule.items] : []
  const property = rule.properties?.[key]
  if (property) return [property]
  return (rule.patterns ?? []).filter(({ pattern }) => pattern.test(key)).map((one) => one.rule)
}

/** All shapes that are allowed, the short ones and the long ones. */
function expand(rules: readonly Rule[]): Rule[] {
  return rules.flatMap((rule) => (rule.oneOf ? [rule, ...expand(rule.oneOf)] : [rule]))
}

function shapeOf(rule: Rule): KeyShape {
  const types = expand([rule]).flatMap((one) => one.types ?? [])
  // Where a text would do as well, the text is what most people write.
  if (types.includes('string') || types.includes('number') || types.includes('boolean')) return 'text'
  return types.includes('object') ? 'mapping' : types.includes('array') ? 'list' : 'text'
}

function minorIn(text: string): number {
  const [, minor] = /^version:\s*["']?3(?:\.(\d+))?/m.exec(text) ?? []
  return minor === undefined ? newestMinor : Math.min(Number(minor), newestMinor)
}
