'use client'

import { useTranslations } from 'use-intl'
import { EmptyState } from '@/components/ui/page/empty-state'
import { PageHeader } from '@/components/ui/page/page-header'
import type { Stamp } from '@/lib/contract/stamp'
import { NoRows } from './no-rows'

type Props = {
  name: string
  trail: readonly { label: string; href: string }[]
  /** Of the view without a document: there may be nothing known of the swarm at all. */
  stamp?: Stamp
}

/** The page of something that was removed while it was looked at. */
export function GoneNotice({ name, trail, stamp }: Props) {
  const t = useTranslations('common.notFound')
  return (
    <>
      <PageHeader title={name} trail={trail} />
      {stamp ? (
        <NoRows stamp={stamp} title={t('title')}>
          {t('object')}
        </NoRows>
      ) : (
        <EmptyState title={t('title')}>{t('object')}</EmptyState>
      )}
    </>
  )
}
