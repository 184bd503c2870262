import type { Params } from '@/lib/errors/app-error'
import { type FindingCode, type Severity, severityByCode } from './finding-codes'
import { lineAndColumn, type Place } from './place'

/** Replaces a range of a file's decoded text. Offsets are those of Place. */
export type TextEdit = { file: string; start: number; end: number; text: string }

/**
 * Something that a person should know about a stack file. An error is refused, by the CLI or by the engine; a warning
 * means something other than it says; an info is worth knowing. Sentences are in `messages/` under `compose.findings`.
 */
export type Finding = {
  code: FindingCode
  severity: Severity
  params: Params
  file: string | null
  /** Counted from 1. */
  line: number | null
  column: number | null
  /** Offsets into the file's decoded text. */
  start: number | null
  end: number | null
  /** What would correct it; empty if only a person can tell. */
  edits: TextEdit[]
}

export function finding(code: FindingCode, place: Place | null, params: Params = {}, edits: TextEdit[] = []): Finding {
  const severity = severityByCode[code]
  if (!place) return { code, severity, params, file: null, line: null, column: null, start: null, end: null, edits }
  const { source, start, end } = place
  return { code, severity, params, file: source.name, ...lineAndColumn(source, start), start, end, edits }
}

/** Replaces what is written at a place. */
export function replacing({ source, start, end }: Place, text: string): TextEdit {
  return { file: source.name, start, end, text }
}
