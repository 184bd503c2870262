'use client'

import { Pencil } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { curlWishOf } from '@/components/plan/ci/curl-line'
import { DeployFromCi } from '@/components/plan/ci/deploy-from-ci'
import { LossList } from '@/components/plan/deploy/loss-list'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/page/empty-state'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Skeleton } from '@/components/ui/page/skeleton'
import { useMay } from '@/lib/browser/current-user'
import { page } from '@/lib/paths/page'
import { FilesView } from './files-view'
import { useStackFile } from './use-stack-file'

/** The stack's files, for those who may read them. */
export function FileTab({ stack }: { stack: string }) {
  const t = useTranslations('revisions.file')
  const mayRead = useMay('stack.file.read')
  return mayRead ? <Files stack={stack} /> : <EmptyState title={t('notAllowed')} />
}

function Files({ stack }: { stack: string }) {
  const t = useTranslations('revisions')
  const mayDeploy = useMay('stack.deploy')
  const { number, failed, content, losses, error } = useStackFile(stack)
  if (error) return <ProblemNotice error={error} />
  if (!content) return <Skeleton className="h-64 w-full" />
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted">
          {number === null ? t('file.rebuilt') : t('file.of', { number })}{' '}
          {failed && t('file.failed', { number: failed.number, result: failed.result })}
        </p>
        <span className="flex flex-wrap items-center gap-2">
          <DeployFromCi wish={curlWishOf(stack, content)} />
          <ButtonLink href={page.editStack(stack)} icon={Pencil} disabledReason={!mayDeploy && t('mayNotDeploy')}>
            {t('file.edit')}
          </ButtonLink>
        </span>
      </div>
      {number === null && <LossList losses={losses} />}
      <FilesView files={content.files} composeFiles={content.composeFiles} />
    </div>
  )
}
