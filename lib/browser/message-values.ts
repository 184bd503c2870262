import type { Params } from '@/lib/errors/app-error'

/**
 * Parameters as ICU messages can take them: lists become text, yes and no become words for `{x, select, true {…} other
 * {…}}`, and null becomes an empty text.
 */
export function messageValues(params: Params = {}): Record<string, string | number> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, messageValue(value)]))
}

function messageValue(value: Params[string]): string | number {
  if (typeof value === 'number' || typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  return value ? value.join(', ') : ''
}
