'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { DiffView } from '@/components/plan/diff/diff-view'
import { Disclosure } from '@/components/ui/disclosure'
import { Skeleton } from '@/components/ui/page/skeleton'
import { useApi } from '@/lib/browser/use-api'
import type { RevisionContent } from '@/lib/contract/deploy'
import { api } from '@/lib/paths/api'
import { diffText } from '@/lib/rotation/content/diff'
import { changedFiles } from './changed-files'

type Props = { stack: string; from: number; to: number }

/** How the files of two revisions are written, line by line. */
export function FileDifferences({ stack, from, to }: Props) {
  const t = useTranslations('revisions.compare')
  const before = useApi<RevisionContent>(api.revision(stack, from)).data
  const after = useApi<RevisionContent>(api.revision(stack, to)).data
  const changed = useMemo(() => (before && after ? changedFiles(before, after) : null), [before, after])
  if (!changed) return <Skeleton className="mt-4 h-8 w-48" />
  if (changed.length === 0) return <p className="mt-4 text-muted">{t('sameFiles')}</p>
  return (
    <div className="mt-4 flex flex-col gap-2">
      {changed.map((file) => (
        <Disclosure key={file.name} summary={t('file', { name: file.name })} isOpenAtFirst={changed.length === 1}>
          {file.before === null || file.after === null ? (
            <p className="text-muted">{t('noText')}</p>
          ) : (
            <DiffView
              diff={diffText(file.before, file.after)}
              beforeName={t('fileOf', { name: file.name, number: from })}
              afterName={t('fileOf', { name: file.name, number: to })}
            />
          )}
        </Disclosure>
      ))}
    </div>
  )
}
