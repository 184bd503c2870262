import type { AuditRow } from '@/lib/contract/session'

/** What the page's URL asks for. */
export type ActivityFilter = { text: string; result: AuditRow['result'] | '' }

export const results: readonly AuditRow['result'][] = ['done', 'refused', 'failed', 'unknown', 'intent']

/** Rows of one page of the log. A page with fewer is the last. */
export const pageSize = 50

export function isResult(value: string): value is AuditRow['result'] {
  return results.some((result) => result === value)
}

export function activityFilter(text: string | undefined, result: string | undefined): ActivityFilter {
  return { text: text?.trim().slice(0, 100) ?? '', result: result && isResult(result) ? result : '' }
}

/** The search of `GET /api/activity` for the rows before one, or for the newest. */
export function activitySearch({ text, result }: ActivityFilter, before?: number): string {
  const search = new URLSearchParams({ limit: String(pageSize) })
  if (text) search.set('text', text)
  if (result) search.set('result', result)
  if (before !== undefined) search.set('before', String(before))
  return search.toString()
}
