'use client'

import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useConfigContent } from '@/components/plan/content/use-config-content'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/page/empty-state'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Skeleton } from '@/components/ui/page/skeleton'
import { useMay } from '@/lib/browser/current-user'
import type { ConfigRow } from '@/lib/contract/data-objects'
import { bytesFromBase64 } from '@/lib/rotation/content/text-bytes'
import { ContentView } from './content/content-view'
import { MoveToSecret } from './move-to-secret'
import { MovedNotice, useMovedTo } from './moved-notice'

/** What a config holds, asked for when this is looked at: it is in no stream and on no page before. */
export function ConfigContentTab({ config }: { config: ConfigRow }) {
  const t = useTranslations('configs')
  const canRead = useMay('config.content.read')
  const secret = useMovedTo(config.name)
  const [isShown, setIsShown] = useState(false)
  const isHeld = secret !== null && !isShown
  const { content, error, tryAgain } = useConfigContent(canRead && !isHeld ? config : null)
  const bytes = useMemo(() => (content ? bytesFromBase64(content.dataBase64) : null), [content])

  if (!canRead) return <EmptyState title={t('hidden.title')}>{t('hidden.text')}</EmptyState>
  if (isHeld) return <MovedNotice secret={secret} onShow={() => setIsShown(true)} />
  if (error) {
    return (
      <ProblemNotice
        error={error}
        action={
          <Button size="sm" onClick={tryAgain}>
            {t('tryAgain')}
          </Button>
        }
      />
    )
  }
  if (!content || !bytes) return <ContentSkeleton label={t('loading')} />
  return (
    <ContentView name={config.name} bytes={bytes} format={content.format} remedy={<MoveToSecret config={config} />} />
  )
}

function ContentSkeleton({ label }: { label: string }) {
  return (
    <output aria-label={label} className="block space-y-2 rounded-lg border border-line bg-sunken p-4">
      <Skeleton className="h-3.5 w-2/5" />
      <Skeleton className="h-3.5 w-3/5" />
      <Skeleton className="h-3.5 w-1/2" />
      <Skeleton className="h-3.5 w-1/4" />
    </output>
  )
}
