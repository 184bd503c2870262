import type { Params } from './app-error'

/**
 * The parameters as messages take them. A message may name any of the usual ones although not every thrower knows them:
 * what is missing is empty, and lists are joined.
 */
export function messageValues(params: Params): Record<string, string | number> {
  const given = Object.entries(params).map(([name, value]) => [name, textOf(value)] as const)
  return { ...usual, ...Object.fromEntries(given) }
}

const usual = { kind: 'other', name: '', id: '', message: '', host: '', origin: '', seconds: 60, maxBytes: 0 }

function textOf(value: Params[string]): string | number {
  if (typeof value === 'number') return value
  if (value === null) return ''
  return typeof value === 'object' ? value.join(', ') : String(value)
}
