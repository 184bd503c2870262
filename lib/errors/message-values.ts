import type { Params } from './app-error'

/**
 * Parameters as ICU messages can take them: lists become text, yes and no become words for `{x, select, true {…} other {…}}`,
 * and null becomes an empty text. A message may name any of the usual ones although not every thrower knows them.
 */
export function messageValues(params: Params = {}): Record<string, string | number> {
  const given = Object.entries(params).map(([name, value]) => [name, messageValue(value)] as const)
  return { ...usual, ...Object.fromEntries(given) }
}

const usual = { kind: 'other', name: '', services: '', service: '', reason: '', port: '', seconds: 60 }

function messageValue(value: Params[string]): string | number {
  if (typeof value === 'number' || typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  return value ? value.join(', ') : ''
}
