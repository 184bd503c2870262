'use client'

import { Pencil, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { RollBackDialog } from '@/components/plan/deploy/roll-back-dialog'
import { linkTag } from '@/components/plan/link-tag'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { PageHeader } from '@/components/ui/page/page-header'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Skeleton } from '@/components/ui/page/skeleton'
import { RelativeTime } from '@/components/ui/relative-time'
import { Tabs } from '@/components/ui/tabs'
import { useMay } from '@/lib/browser/current-user'
import { useApi } from '@/lib/browser/use-api'
import type { RevisionContent } from '@/lib/contract/deploy'
import { api } from '@/lib/paths/api'
import { page } from '@/lib/paths/page'
import { FilesView } from './files-view'
import { RevisionFacts } from './revision-facts'
import { RevisionResultBadge } from './revision-result'

/** One revision: its files, and what it made of the stack. */
export function RevisionPage({ stack, number }: { stack: string; number: number }) {
  const t = useTranslations('revisions')
  const stacks = useTranslations('stacks')
  const mayDeploy = useMay('stack.deploy')
  const [isRollingBack, setIsRollingBack] = useState(false)
  const { data, error } = useApi<RevisionContent>(api.revision(stack, number))
  const row = data?.row
  const denied = !mayDeploy && t('mayNotDeploy')
  const trail = [
    { label: stacks('title'), href: page.stacks() },
    { label: stack, href: page.stack(stack) },
    { label: t('title'), href: `${page.stack(stack)}?tab=revisions` },
  ]
  return (
    <>
      <PageHeader
        title={t('one', { number })}
        trail={trail}
        badge={row && <RevisionResultBadge result={row.result} variant="soft" />}
        state={
          row && (
            <>
              {t.rich('page.by', { actor: row.actorName, time: timeTag(row.createdAt) })}
              {row.reason && ` · ${row.reason}`}
            </>
          )
        }
        actions={
          <>
            <ButtonLink href={`${page.editStack(stack)}?revision=${number}`} icon={Pencil} disabledReason={denied}>
              {t('page.edit')}
            </ButtonLink>
            <Button icon={Undo2} disabledReason={denied} onClick={() => setIsRollingBack(true)}>
              {t('page.rollBack')}
            </Button>
          </>
        }
      />
      <ProblemNotice error={error} />
      {data ? (
        <Tabs
          label={t('page.tabs')}
          tabs={[
            { id: 'files', label: t('file.files'), count: data.files.length, content: <FilesView {...data} /> },
            { id: 'facts', label: t('page.facts'), content: <RevisionFacts content={data} /> },
          ]}
        />
      ) : (
        !error && <Skeleton className="h-64 w-full" />
      )}
      {row?.operationId && (
        <p className="mt-6 text-muted text-sm">{linkTag(page.operation(row.operationId))(t('page.operation'))}</p>
      )}
      {isRollingBack && <RollBackDialog stack={stack} number={number} onClose={() => setIsRollingBack(false)} />}
    </>
  )
}

const timeTag = (at: number) => () => <RelativeTime at={at} />
