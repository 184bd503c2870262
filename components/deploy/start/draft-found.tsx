'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { DraftStore } from '@/components/deploy/draft/draft-store'
import { Button } from '@/components/ui/button'
import { RelativeTime } from '@/components/ui/relative-time'

type Props = {
  store: DraftStore
  /** The stack was deployed since the draft was begun: its newest revision. */
  newer?: number | null
  onStartOver: () => void
}

/** Says that this is a draft of an earlier visit, and how to be rid of it. */
export function DraftFound({ store, newer = null, onStartOver }: Props) {
  const t = useTranslations('deploy.found')
  const [isSeen, setIsSeen] = useState(false)
  if (store.foundFrom === null || isSeen) return null
  return (
    <div className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-sunken px-4 py-2.5">
      <p className="min-w-0 flex-1 basis-64">
        {t.rich('text', { time: timeTag(store.foundFrom) })}{' '}
        {newer !== null && <span className="text-attention">{t('newer', { number: newer })}</span>}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          onClick={() => {
            onStartOver()
            setIsSeen(true)
          }}
        >
          {t('startOver')}
        </Button>
        <Button size="sm" variant="quiet" onClick={() => setIsSeen(true)}>
          {t('goOn')}
        </Button>
      </div>
    </div>
  )
}

const timeTag = (at: number) => () => <RelativeTime at={at} />
