'use client'

import { useApi } from '@/lib/browser/use-api'
import type { RebuiltFiles, RevisionContent } from '@/lib/contract/deploy'
import { api } from '@/lib/paths/api'
import { useRevisions } from './use-revisions'

/** The files of a stack: of its last revision, or rebuilt from what runs where it has none. */
export function useStackFile(stack: string) {
  const { revisions, error } = useRevisions(stack)
  const number = revisions?.[0]?.number ?? null
  const revision = useApi<RevisionContent>(number === null ? null : api.revision(stack, number))
  const rebuilt = useApi<RebuiltFiles>(revisions && number === null ? api.stackFile(stack) : null)
  return {
    number,
    content: revision.data ?? rebuilt.data,
    losses: rebuilt.data?.losses ?? [],
    error: error ?? revision.error ?? rebuilt.error,
  }
}
