import { trimSpace } from '@/lib/compose/formats/go-text'

export type ConstraintProblem = 'operator' | 'key' | 'value'

/**
 * What is wrong with a placement constraint; null if the engine can read it. A key that no node has is no mistake to it.
 * Source: moby/swarmkit, manager/constraint/constraint.go.
 */
export function constraintProblem(constraint: string): ConstraintProblem | null {
  const operator = ['==', '!='].find((candidate) => constraint.includes(candidate))
  if (operator === undefined) return 'operator'
  const at = constraint.indexOf(operator)
  const key = trimSpace(constraint.slice(0, at))
  const value = trimSpace(constraint.slice(at + operator.length))
  if (!/^[a-z_][a-z0-9\-_.]+$/i.test(key)) return 'key'
  return /^[a-z0-9:\-_\s.*()?+[\]\\^$|/]+$/i.test(value) ? null : 'value'
}
