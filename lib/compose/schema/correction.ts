import { withoutEntry } from '@/lib/compose/edit/block'
import { replacing, type TextEdit } from '@/lib/compose/finding'
import { type MappingNode, nodeAt } from '@/lib/compose/parse/compose-node'
import { textAt } from '@/lib/compose/place'
import type { Violation } from './validate'

/** How to write a value so that it has the type that is asked for, where that leaves its meaning alone. */
export function correctionOf(violation: Violation, root: MappingNode): TextEdit[] {
  if (violation.kind !== 'wrong_type') return []
  const { expected, node, path } = violation
  // The conditions of `docker compose`; and even a list of names would do nothing.
  if (path.length === 3 && path[2] === 'depends_on') {
    const service = nodeAt(root, path.slice(0, 2))
    return service?.kind === 'mapping' ? withoutEntry(service, 'depends_on') : []
  }
  const written = textAt(node.place)
  // What comes from an alias, a variable or several lines is not written here as it is.
  const isOneWord = /^[^\s{}[\],&*#|>!%@`"']+$/.test(written)
  if (node.kind === 'text') {
    const isNumber = expected.some((type) => type === 'integer' || type === 'number')
    const unquoted = /^(["'])(-?\d+(?:\.\d+)?)\1$/.exec(written)?.[2]
    if (isNumber && unquoted !== undefined) return [replacing(node.place, withoutLeadingZeros(unquoted))]
    const word = node.value.toLowerCase()
    if (expected.includes('boolean') && isBooleanWord(word)) return [replacing(node.place, booleanOf(word))]
    return []
  }
  const isScalar = node.kind === 'boolean' || node.kind === 'integer' || node.kind === 'float'
  return isScalar && expected.includes('string') && isOneWord ? [replacing(node.place, JSON.stringify(written))] : []
}

/** "0400" is meant as octal, which 0400 is; anything else would change by a leading zero. */
function withoutLeadingZeros(digits: string): string {
  return /^0[0-7]{3}$/.test(digits) ? digits : String(Number(digits))
}

function isBooleanWord(word: string): boolean {
  return ['yes', 'no', 'on', 'off', 'true', 'false', 'y', 'n'].includes(word)
}

function booleanOf(word: string): string {
  return ['yes', 'on', 'true', 'y'].includes(word) ? 'true' : 'false'
}
