'use client'

import { isAppError } from '@/lib/errors/app-error'
import { useCodedText } from './use-coded-text'

/**
 * What the server says about single fields of a form. `fieldError(name)` goes to the field; `rest` is everything else,
 * for the form's ProblemNotice, and null when all is said at the fields.
 */
export function useFieldErrors(error: unknown, fields: readonly string[]) {
  const say = useCodedText('fields')
  const reasons = reasonsByField(error)
  const isAllSaid = reasons.size > 0 && [...reasons.keys()].every((field) => fields.includes(field))
  return {
    fieldError: (field: string): string | undefined => {
      const reason = reasons.get(field)
      return reason && say(reason)
    },
    rest: isAllSaid ? null : error,
  }
}

/** The first reason of each field, as `invalid_input` carries them side by side. */
function reasonsByField(error: unknown): ReadonlyMap<string, string> {
  if (!isAppError(error) || error.code !== 'invalid_input') return new Map()
  const { fields, reasons } = error.params
  if (!Array.isArray(fields) || !Array.isArray(reasons)) return new Map()
  const pairs = fields.map((field, index): [string, string] => [String(field), String(reasons[index])])
  return new Map(pairs.toReversed())
}
