import type { StackVariable } from '@/lib/contract/deploy'
import type { Draft } from './draft'

/**
 * Variables without a value, in the files' order: neither typed, nor known to the server from the last revision, nor with
 * a default in the file. The CLI would put nothing in their place and say so in a line that scrolls by; here somebody has
 * to say that nothing is meant.
 */
export function openVariables(
  { variables }: Pick<Draft, 'variables'>,
  named: readonly StackVariable[],
): StackVariable[] {
  return named.filter(
    ({ name, isSet, defaultValue }) => variables[name] === undefined && !isSet && defaultValue === null,
  )
}

/** Variables that have a value and that no file names (any more). */
export function unusedVariables({ variables }: Pick<Draft, 'variables'>, named: readonly StackVariable[]): string[] {
  const names = new Set(named.map(({ name }) => name))
  return Object.keys(variables).filter((name) => !names.has(name))
}
