import type { ComposeNode, ListNode, MappingNode } from '@/lib/compose/parse/compose-node'
import type { Place } from '@/lib/compose/place'
import { hasFormat } from './format'
import { jsonTextOf, jsonTypesOf } from './json-value'
import type { JsonType, Rule } from './rule'

type Detail =
  | { kind: 'wrong_type'; expected: readonly JsonType[] }
  | { kind: 'no_choice_fits' }
  | { kind: 'unknown_property'; property: string }
  | { kind: 'missing_property'; property: string }
  | { kind: 'wrong_choice'; choices: readonly string[] }
  | { kind: 'not_unique'; first: number; second: number }
  | { kind: 'too_small'; minimum: number }
  | { kind: 'wrong_format'; format: string }

/** Where a value breaks a rule; `node` is the value, `place` what to point at. */
export type Violation = Detail & { path: readonly string[]; node: ComposeNode; place: Place }

/** The score tells which of several alternatives came nearest. */
type Result = { violations: Violation[]; score: number }

/**
 * Everything that is wrong with a value, in the order of the file. Alternatives are weighed as gojsonschema does, so
 * that of several the same one is reported. Source: xeipuuv/gojsonschema, validation.go.
 */
export function validate(rule: Rule, node: ComposeNode, path: readonly string[] = []): Violation[] {
  return check(rule, node, path).violations
}

function check(rule: Rule, node: ComposeNode, path: readonly string[]): Result {
  const result: Result = { violations: [], score: 0 }
  const types = jsonTypesOf(node)
  if (rule.types && !rule.types.some((type) => types.includes(type))) {
    add(result, { kind: 'wrong_type', expected: rule.types, path, node, place: node.place })
    return result
  }
  checkAlternatives(result, rule, node, path)
  if (node.kind === 'list') checkList(result, rule, node, path)
  else if (node.kind === 'mapping') checkMapping(result, rule, node, path)
  checkValue(result, rule, node, path)
  if (node.kind === 'mapping')
    for (const [key, child] of Object.entries(rule.properties ?? {})) {
      const value = node.entries.get(key)?.value
      if (value) merge(result, check(child, value, [...path, key]))
    }
  result.score += 1
  return result
}

function checkAlternatives(result: Result, { oneOf }: Rule, node: ComposeNode, path: readonly string[]): void {
  result.score += 1
  if (!oneOf) return
  const results = oneOf.map((rule) => check(rule, node, path))
  const fitting = results.filter(({ violations }) => violations.length === 0)
  if (fitting.length === 1) return
  add(result, { kind: 'no_choice_fits', path, node, place: node.place })
  if (fitting.length > 1) return
  const [nearest] = results.toSorted((a, b) => b.score - a.score)
  if (nearest) merge(result, nearest)
}

function checkList(result: Result, rule: Rule, node: ListNode, path: readonly string[]): void {
  const seen = new Map<string, number>()
  for (const [index, item] of node.items.entries())
    if (rule.items) merge(result, check(rule.items, item, [...path, String(index)]))
  for (const [index, item] of node.items.entries()) {
    if (!rule.isUnique) break
    const text = jsonTextOf(item)
    const first = seen.get(text)
    if (first !== undefined) add(result, { kind: 'not_unique', first, second: index, path, node, place: item.place })
    seen.set(text, index)
  }
  result.score += 1
}

function checkMapping(result: Result, rule: Rule, node: MappingNode, path: readonly string[]): void {
  for (const property of rule.required ?? []) {
    if (node.entries.has(property)) result.score += 1
    else add(result, { kind: 'missing_property', property, path, node, place: node.place })
  }
  for (const [key, { keyPlace, value }] of node.entries) {
    const patterns = rule.patterns?.filter(({ pattern }) => pattern.test(key)) ?? []
    for (const pattern of patterns) merge(result, check(pattern.rule, value, [...path, key]))
    if (patterns.length > 0) result.score += 1
    else if (rule.isClosed && !Object.hasOwn(rule.properties ?? {}, key))
      add(result, { kind: 'unknown_property', property: key, path, node: value, place: keyPlace })
  }
  result.score += 1
}

function checkValue(result: Result, rule: Rule, node: ComposeNode, path: readonly string[]): void {
  const at = { path, node, place: node.place }
  const { choices, format, minimum } = rule
  if (choices && !(node.kind === 'text' && choices.includes(node.value)))
    add(result, { kind: 'wrong_choice', choices, ...at })
  if (format && !hasFormat(node, format)) add(result, { kind: 'wrong_format', format, ...at })
  if (minimum !== undefined && (node.kind === 'integer' || node.kind === 'float') && Number(node.value) < minimum)
    add(result, { kind: 'too_small', minimum, ...at })
  result.score += node.kind === 'text' || node.kind === 'integer' || node.kind === 'float' ? 2 : 1
}

function add(result: Result, violation: Violation): void {
  result.violations.push(violation)
  result.score -= 2
}

function merge(result: Result, other: Result): void {
  result.violations.push(...other.violations)
  result.score += other.score
}

/**
 * The violation that the CLI reports: the deepest, and among equally deep ones a wrong type. A dot within a key counts
 * as depth. Where no alternative fits, what is wrong with the nearest is in the violation after it.
 */
export function mostSpecific(violations: readonly Violation[]): Violation | undefined {
  let chosen = 0
  for (const [index, violation] of violations.entries()) {
    const best = violations[chosen]
    if (!best) break
    const difference = depthOf(violation) - depthOf(best)
    if (difference > 0) chosen = index
    else if (difference === 0 && violation.kind === 'wrong_type' && best.kind !== 'wrong_type') chosen = index
  }
  const found = violations[chosen]
  const next = violations[chosen + 1]
  return found?.kind === 'no_choice_fits' && next ? { ...next, path: found.path } : found
}

function depthOf({ path }: Violation): number {
  return path.length === 0 ? 1 : path.join('.').split('.').length
}
