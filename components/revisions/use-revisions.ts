'use client'

import { useApi } from '@/lib/browser/use-api'
import { useLive } from '@/lib/browser/use-live'
import type { RevisionRow } from '@/lib/contract/deploy'
import { api } from '@/lib/paths/api'

/** The revisions of a stack, the newest first. Asked for again whenever an operation on the stack goes on. */
export function useRevisions(stack: string) {
  const operations = useLive('operations', null).view
  const moves = (operations?.rows ?? [])
    .filter(({ title }) => title.params.stack === stack)
    .map(({ id, state }) => `${id} ${state}`)
  const { data, error, reload } = useApi<RevisionRow[]>(api.revisions(stack), undefined, moves.join(' '))
  return { revisions: data?.toSorted((a, b) => b.number - a.number) ?? null, error, reload }
}
