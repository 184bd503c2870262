'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useActorName } from '@/components/swarm/use-actor-name'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { RelativeTime } from '@/components/ui/relative-time'
import type { Tone } from '@/components/ui/state-shape'
import type { Column } from '@/components/ui/table/column'
import { useCodedText } from '@/lib/browser/use-coded-text'
import type { AuditRow } from '@/lib/contract/session'
import { page } from '@/lib/paths/page'
import { AuditDetail } from './audit-detail'
import { AuditObject } from './audit-object'

const tones: Record<AuditRow['result'], Tone> = {
  intent: 'working',
  done: 'running',
  refused: 'attention',
  failed: 'failing',
  unknown: 'attention',
}

export function useActivityColumns(): Column<AuditRow>[] {
  const t = useTranslations('activity')
  const say = useCodedText('activity.actions')
  const actorName = useActorName()
  return useMemo<Column<AuditRow>[]>(
    () => [
      {
        id: 'at',
        header: t('columns.at'),
        narrow: 'detail',
        cell: (row) => <RelativeTime at={row.at} className="whitespace-nowrap text-muted" />,
      },
      {
        id: 'actor',
        header: t('columns.actor'),
        narrow: 'detail',
        cell: (row) => actorName(row) || <span className="text-faint">{t('nobody')}</span>,
      },
      {
        id: 'action',
        header: t('columns.action'),
        narrow: 'name',
        cell: (row) => <span className="font-medium lg:whitespace-nowrap">{say(row.action)}</span>,
      },
      {
        id: 'object',
        header: t('columns.object'),
        width: 'grow',
        narrow: 'detail',
        cell: (row) => <AuditObject object={row.object} />,
      },
      {
        id: 'result',
        header: t('columns.result'),
        narrow: 'aside',
        cell: (row) => <Badge tone={tones[row.result]}>{t(`results.${row.result}`)}</Badge>,
      },
      {
        id: 'more',
        header: '',
        align: 'right',
        cell: (row) => (
          <span className="flex items-center justify-end gap-2">
            {row.operationId && <Link href={page.operation(row.operationId)}>{t('operation')}</Link>}
            <AuditDetail row={row} />
          </span>
        ),
      },
    ],
    [t, say, actorName],
  )
}
