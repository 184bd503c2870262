'use client'

import { useApi } from '@/lib/browser/use-api'
import type { RebuiltFiles, RevisionContent } from '@/lib/contract/deploy'
import { standingRevision } from '@/lib/deploy/standing-revision'
import { api } from '@/lib/paths/api'
import { useRevisions } from './use-revisions'

/** The files of a stack: of the revision that it is held to be, or rebuilt from what runs where it has none. */
export function useStackFile(stack: string) {
  const { revisions, error } = useRevisions(stack)
  const newest = revisions?.[0] ?? null
  const shown = standingRevision(revisions ?? []) ?? newest
  const number = shown?.number ?? null
  const revision = useApi<RevisionContent>(number === null ? null : api.revision(stack, number))
  const rebuilt = useApi<RebuiltFiles>(revisions && number === null ? api.stackFile(stack) : null)
  return {
    number,
    /** A later one that failed or was rolled back. */
    failed: newest === shown ? null : newest,
    content: revision.data ?? rebuilt.data,
    losses: rebuilt.data?.losses ?? [],
    error: error ?? revision.error ?? rebuilt.error,
  }
}
