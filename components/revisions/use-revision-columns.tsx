'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Elapsed } from '@/components/plan/elapsed'
import { Link } from '@/components/ui/link'
import { RelativeTime } from '@/components/ui/relative-time'
import type { Column } from '@/components/ui/table/column'
import type { RevisionRow } from '@/lib/contract/deploy'
import { page } from '@/lib/paths/page'
import { RevisionResultBadge } from './revision-result'

export function useRevisionColumns(actions: (row: RevisionRow) => React.ReactNode): Column<RevisionRow>[] {
  const t = useTranslations('revisions')
  return useMemo<Column<RevisionRow>[]>(
    () => [
      {
        id: 'number',
        header: t('columns.number'),
        cell: (row) => (
          <Link href={page.revision(row.stack, row.number)} tone="name" className="whitespace-nowrap">
            {t('one', { number: row.number })}
          </Link>
        ),
        sortBy: (row) => row.number,
        narrow: 'name',
      },
      {
        id: 'result',
        header: t('columns.result'),
        cell: (row) => <RevisionResultBadge result={row.result} />,
        sortBy: (row) => row.result,
        narrow: 'aside',
      },
      {
        id: 'kind',
        header: t('columns.kind'),
        cell: (row) => (
          <span className="whitespace-nowrap">
            {row.restores === null ? t(`kind.${row.kind}`) : t('restores', { number: row.restores })}
          </span>
        ),
        sortBy: (row) => row.kind,
        narrow: 'detail',
      },
      {
        id: 'why',
        header: t('columns.why'),
        cell: (row) => <span className="text-muted">{row.reason}</span>,
        sortBy: (row) => row.reason || null,
        width: 'grow',
        narrow: 'detail',
      },
      {
        id: 'who',
        header: t('columns.who'),
        cell: (row) => row.actorName,
        sortBy: (row) => row.actorName,
        narrow: 'detail',
      },
      {
        id: 'when',
        header: t('columns.when'),
        cell: (row) => <RelativeTime at={row.createdAt} className="whitespace-nowrap text-muted" />,
        sortBy: (row) => row.createdAt,
        narrow: 'detail',
      },
      {
        id: 'took',
        header: t('columns.took'),
        cell: (row) => row.result !== 'recorded' && <Elapsed startedAt={row.createdAt} endedAt={row.endedAt} />,
        sortBy: (row) => (row.endedAt === null ? null : row.endedAt - row.createdAt),
        align: 'right',
      },
      {
        id: 'actions',
        header: t('columns.actions'),
        cell: (row) => <span className="flex justify-end gap-1">{actions(row)}</span>,
        align: 'right',
        width: 'fit',
        narrow: 'detail',
      },
    ],
    [t, actions],
  )
}
