'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '@/components/ui/page/empty-state'
import type { Stamp } from '@/lib/contract/stamp'

type Props = { stamp: Stamp; title: string; children: ReactNode }

/** An empty list: there is nothing of this kind, or nothing is known yet, which must not look the same. */
export function NoRows({ stamp, title, children }: Props) {
  const t = useTranslations('swarm.waiting')
  if (!isKnown(stamp)) return <EmptyState title={t('title')}>{t('text')}</EmptyState>
  return <EmptyState title={title}>{children}</EmptyState>
}

/** False while the engine has never answered. Why it does not stands above every page. */
export function isKnown(stamp: Stamp): boolean {
  return stamp.asOf > 0
}
