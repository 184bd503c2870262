import type { RevisionResult, RevisionRow } from '@/lib/contract/deploy'

/** A revision that came to a good end or is still open. */
export const standingResults: readonly RevisionResult[] = ['converged', 'recorded', 'running', 'needs_decision']

/** What a stack is held to be: its newest revision, but for those that failed or were rolled back. */
export function standingRevision(rows: readonly RevisionRow[]): RevisionRow | null {
  const newestFirst = rows.toSorted((a, b) => b.number - a.number)
  return newestFirst.find(({ result }) => standingResults.includes(result)) ?? null
}
