'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { DraftStore } from '@/components/deploy/draft/draft-store'
import { StateShape } from '@/components/ui/state-shape'
import { type Taking, withTaken } from './with-taken'

/** Puts a live value into the file as the editor opens, and says whether it could. */
export function TakenField({ store, taking }: { store: DraftStore; taking: Taking }) {
  const t = useTranslations('deploy.taken')
  // The first look decides: what is written later is the person's own.
  const [wish] = useState(taking)
  const [isDone] = useState(() => withTaken(store.get(), wish) !== null)

  useEffect(() => {
    store.change((draft) => withTaken(draft, wish) ?? draft)
  }, [store, wish])

  const { service, field } = wish
  return (
    <p className="mb-5 flex items-start gap-2.5 rounded-lg border border-line bg-sunken px-4 py-2.5">
      <StateShape tone={isDone ? 'running' : 'attention'} className="mt-1.25" />
      <span className="min-w-0 break-words">{t(isDone ? 'done' : 'notDone', { service, field })}</span>
    </p>
  )
}
