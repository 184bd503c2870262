'use client'

import { useMemo } from 'react'
import { emptyDraft, usualOptions } from '@/components/deploy/draft/draft'
import { useApi } from '@/lib/browser/use-api'
import { useSearchParam } from '@/lib/browser/use-search-param'
import type { RebuiltFiles, RevisionContent, RevisionResult, RevisionRow } from '@/lib/contract/deploy'
import { standingRevision } from '@/lib/deploy/standing-revision'
import { api } from '@/lib/paths/api'
import { bytesFromBase64, textFromBytes } from '@/lib/rotation/content/text-bytes'
import { type DraftWithBytes, draftFrom } from './draft-from'
import type { Taking } from './with-taken'

export type Start = {
  beginning: DraftWithBytes
  newest: number | null
  /** The editor begins with the newest revision, which failed or was rolled back, though the stack is held to be another. */
  failed: FailedStart | null
  losses: RebuiltFiles['losses']
  /** A live value that is to be put into the file. */
  taking: Taking | null
}

export type FailedStart = { number: number; result: RevisionResult; standing: number }

/**
 * What the editor begins with: the revision that the URL names, the last one, or what is rebuilt from the live specs. With
 * `from=nothing` it is empty, for those who have the original file. A live value is taken into the revision that it was
 * compared with, which is not one that failed.
 */
export function useStart(name: string): { start: Start | null; error: unknown; tryAgain: () => void } {
  const [asked] = useSearchParam('revision')
  const [from] = useSearchParam('from')
  const revisions = useApi<RevisionRow[]>(api.revisions(name))
  const newest = revisions.data && newestOf(revisions.data)
  const [service] = useSearchParam('take')
  const [field] = useSearchParam('field')
  const isTaking = service !== '' && field !== ''
  const failed = useMemo(() => failedStart(revisions.data ?? []), [revisions.data])
  const number = from === 'live' ? null : Number(asked) || (isTaking && failed?.standing) || newest
  const content = useApi<RevisionContent>(number ? api.revision(name, number) : null)
  const isLive = revisions.data !== null && number === null
  const rebuilt = useApi<RebuiltFiles>(isLive || isTaking ? api.stackFile(name) : null)
  const liveFile = rebuilt.data && textOf(rebuilt.data)

  const start = useMemo<Start | null>(() => {
    if (from === 'nothing' && revisions.data)
      return {
        beginning: { draft: { ...emptyDraft, stack: name }, bytes: new Map() },
        newest,
        failed: null,
        losses: [],
        taking: null,
      }
    if (isLive && rebuilt.data) {
      const { losses, ...files } = rebuilt.data
      const beginning = draftFrom(name, { kind: 'live' }, { ...noVariables, ...files })
      return { beginning, newest: newest ?? null, failed: null, losses, taking: null }
    }
    if (!number || !content.data || (isTaking && liveFile === null)) return null
    const beginning = draftFrom(name, { kind: 'revision', number }, content.data)
    const taking = isTaking && liveFile !== null ? { service, field, liveFile } : null
    return { beginning, newest: newest ?? null, failed: failed?.number === number ? failed : null, losses: [], taking }
  }, [
    name,
    from,
    revisions.data,
    isLive,
    rebuilt.data,
    number,
    content.data,
    newest,
    failed,
    isTaking,
    service,
    field,
    liveFile,
  ])

  const tryAgain = () => {
    void revisions.reload()
    void content.reload()
    void rebuilt.reload()
  }
  return { start, error: revisions.error ?? content.error ?? rebuilt.error, tryAgain }
}

const noVariables = { variables: {}, sensitiveVariables: [], options: usualOptions }

function newestOf(rows: readonly RevisionRow[]): number | null {
  return rows.length === 0 ? null : Math.max(...rows.map((row) => row.number))
}

function failedStart(rows: readonly RevisionRow[]): FailedStart | null {
  const [newest] = rows.toSorted((a, b) => b.number - a.number)
  const standing = standingRevision(rows)
  if (!newest || !standing || newest === standing) return null
  return { number: newest.number, result: newest.result, standing: standing.number }
}

function textOf({ files, composeFiles }: RebuiltFiles): string | null {
  const file = files.find(({ name }) => name === composeFiles[0])
  return file?.dataBase64 === undefined ? null : (textFromBytes(bytesFromBase64(file.dataBase64))?.text ?? null)
}
