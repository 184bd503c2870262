'use client'

import { useTranslations } from 'use-intl'
import { linkTag } from '@/components/plan/link-tag'
import { RelativeTime } from '@/components/ui/relative-time'
import { StateShape } from '@/components/ui/state-shape'
import type { OperationView } from '@/lib/contract/operations'
import { page } from '@/lib/paths/page'

type Props = {
  plannedFrom: number
  present: number
  /** Null for a change that was not made through Skep. */
  setBy: OperationView | null
}

/** Somebody was faster: both numbers, and what was typed stays. */
export function ScalerConflict({ plannedFrom, present, setBy }: Props) {
  const t = useTranslations('scale.conflict')
  return (
    <p
      role="alert"
      className="flex items-start gap-2.5 rounded-lg border border-attention-line bg-attention-soft px-4 py-3"
    >
      <StateShape tone="attention" className="mt-1.25" />
      <span>
        {setBy
          ? t.rich('bySomebody', {
              actor: setBy.actorName,
              present,
              plannedFrom,
              time: timeTag(setBy.createdAt),
              link: linkTag(page.operation(setBy.id)),
            })
          : t('fromOutside', { present, plannedFrom })}{' '}
        {t('kept')}
      </span>
    </p>
  )
}

const timeTag = (at: number) => () => <RelativeTime at={at} />
