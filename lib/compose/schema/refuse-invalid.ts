import { type Finding, finding } from '@/lib/compose/finding'
import type { MappingNode } from '@/lib/compose/parse/compose-node'
import { ComposeRefusal } from '@/lib/compose/refusal'
import { correctionOf } from './correction'
import { findUnencodable } from './json-value'
import { stackRule } from './stack-rule'
import { unknownPropertyFinding } from './unknown-property'
import { mostSpecific, type Violation, validate } from './validate'

/** Throws ComposeRefusal unless the file follows the schema of version 3.`minor`. */
export function refuseInvalid(root: MappingNode, minor: number): void {
  const unencodable = findUnencodable(root)
  if (unencodable) {
    const code = unencodable.node.kind === 'float' ? 'number_not_finite' : 'key_not_text'
    throw new ComposeRefusal([finding(code, unencodable.node.place, { path: unencodable.path })])
  }
  const violations = validate(stackRule(minor), root)
  const reported = mostSpecific(violations)
  if (!reported) return
  const others = violations.filter((violation) => isWorthAdding(violation, reported))
  throw new ComposeRefusal([
    violationFinding(reported, root, minor),
    ...others.map((other) => violationFinding(other, root, minor)),
  ])
}

/**
 * Alternatives that do not fit say nothing by themselves; what is wrong with the nearest is listed beside them. One
 * place may be wrong at several paths: what an anchor names is in all of them.
 */
function isWorthAdding(violation: Violation, reported: Violation): boolean {
  const isWithin = reported.path.every((part, index) => violation.path[index] === part)
  const isSame = violation.place.start === reported.place.start && violation.kind === reported.kind && isWithin
  return violation.kind !== 'no_choice_fits' && !isSame
}

function violationFinding(violation: Violation, root: MappingNode, minor: number): Finding {
  const path = violation.path.length === 0 ? '(root)' : violation.path.join('.')
  const { place } = violation
  const edits = correctionOf(violation, root)
  switch (violation.kind) {
    case 'wrong_type':
      return finding('schema_wrong_type', place, { path, expected: violation.expected }, edits)
    case 'unknown_property':
      return unknownPropertyFinding(violation, { path, root, minor })
    case 'missing_property':
      return finding('schema_missing_property', place, { path, property: violation.property })
    case 'wrong_choice':
      return finding('schema_wrong_choice', place, { path, choices: violation.choices })
    case 'not_unique':
      return finding('schema_not_unique', place, { path, first: violation.first, second: violation.second }, edits)
    case 'too_small':
      return finding('schema_too_small', place, { path, minimum: violation.minimum })
    case 'wrong_format':
      return finding('schema_wrong_format', place, { path, format: violation.format })
    default:
      return finding('schema_no_choice_fits', place, { path })
  }
}
