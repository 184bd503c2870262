'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Elapsed } from '@/components/plan/elapsed'
import { OperationStateBadge } from '@/components/plan/operation-state'
import { useSummaryText } from '@/components/plan/use-summary-text'
import { useActorName } from '@/components/swarm/use-actor-name'
import { Link } from '@/components/ui/link'
import { RelativeTime } from '@/components/ui/relative-time'
import type { Column } from '@/components/ui/table/column'
import { useCodedText } from '@/lib/browser/use-coded-text'
import type { OperationView } from '@/lib/contract/operations'
import { page } from '@/lib/paths/page'

export function useOperationColumns(): Column<OperationView>[] {
  const t = useTranslations('operations.columns')
  const say = useCodedText('titles')
  const summary = useSummaryText()
  const actorName = useActorName()
  return useMemo<Column<OperationView>[]>(() => {
    const title = (row: OperationView) => say(row.title.code, row.title.params)
    return [
      {
        id: 'title',
        header: t('title'),
        cell: (row) => (
          // Korean may break within a sentence anywhere, and would at every word beside a column that grows.
          <span className="block lg:w-max lg:max-w-72">
            <Link href={page.operation(row.id)} tone="name">
              {title(row)}
            </Link>
          </span>
        ),
        sortBy: title,
        narrow: 'name',
      },
      {
        id: 'state',
        header: t('state'),
        cell: (row) => <OperationStateBadge state={row.state} />,
        sortBy: (row) => row.state,
        narrow: 'aside',
      },
      {
        id: 'progress',
        header: t('progress'),
        cell: (row) => <span className="text-muted">{summary(row)}</span>,
        width: 'grow',
      },
      {
        id: 'actor',
        header: t('actor'),
        cell: actorName,
        sortBy: actorName,
        narrow: 'detail',
      },
      {
        id: 'started',
        header: t('started'),
        cell: (row) => <RelativeTime at={row.createdAt} className="whitespace-nowrap text-muted" />,
        sortBy: (row) => row.createdAt,
        narrow: 'detail',
      },
      {
        id: 'took',
        header: t('took'),
        from: 'lg',
        cell: (row) => <Elapsed startedAt={row.createdAt} endedAt={row.endedAt} />,
        sortBy: (row) => (row.endedAt === null ? null : row.endedAt - row.createdAt),
        align: 'right',
        narrow: 'detail',
      },
    ]
  }, [t, say, summary, actorName])
}
