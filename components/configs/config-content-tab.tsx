'use client'

import { useMemo } from 'react'
import useSWRImmutable from 'swr/immutable'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/page/empty-state'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Skeleton } from '@/components/ui/page/skeleton'
import { callApi } from '@/lib/browser/call-api'
import { useMay } from '@/lib/browser/current-user'
import type { ConfigContent, ConfigRow } from '@/lib/contract/data-objects'
import { api } from '@/lib/paths/api'
import { ContentView } from './content/content-view'
import { decodeBase64 } from './content/decode-base64'

/** Asks for the content when this is looked at: it is in no stream and on no page before. */
export function ConfigContentTab({ config }: { config: ConfigRow }) {
  const t = useTranslations('configs')
  const canRead = useMay('config.content.read')
  const key = canRead ? ['config-content', config.name, config.objectId] : null
  const { data, error, mutate } = useSWRImmutable(key, () =>
    callApi<ConfigContent>('GET', api.configContent(config.name)),
  )
  const bytes = useMemo(() => (data ? decodeBase64(data.dataBase64) : null), [data])

  if (!canRead) return <EmptyState title={t('hidden.title')}>{t('hidden.text')}</EmptyState>
  if (error) {
    return (
      <ProblemNotice
        error={error}
        action={
          <Button size="sm" onClick={() => void mutate()}>
            {t('tryAgain')}
          </Button>
        }
      />
    )
  }
  if (!data || !bytes) return <ContentSkeleton label={t('loading')} />
  return <ContentView name={config.name} bytes={bytes} format={data.format} />
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
