import { AppError } from './app-error'

/** What is wrong with which field. `field` and `reason` tell the first thing, for who has room for one. */
export function invalidInput(fields: readonly string[], reasons: readonly string[]): AppError {
  return new AppError('invalid_input', { field: fields[0] ?? '', reason: reasons[0] ?? '', fields, reasons })
}
