'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { BehindBadge } from '@/components/swarm/behind-badge'
import { DriftBadge } from '@/components/swarm/drift-badge'
import { HealthBadge } from '@/components/swarm/health-badge'
import { ObjectLink } from '@/components/swarm/object-link'
import { ServiceLinks } from '@/components/swarm/service-links'
import { RunningCount } from '@/components/swarm/tasks/running-count'
import { Link } from '@/components/ui/link'
import { RelativeTime } from '@/components/ui/relative-time'
import type { Column } from '@/components/ui/table/column'
import type { DriftState } from '@/lib/contract/deploy'
import type { StackRow } from '@/lib/contract/stacks'
import { page } from '@/lib/paths/page'
import { healthOrder } from '@/lib/swarm/health/standing'
import { WorstService } from './worst-service'

/** Where the services are that belong to no stack. */
export const looseServices = `${page.services()}?stack=-`

/** What somebody should look at comes first. */
const driftOrder: readonly DriftState[] = ['drifted', 'unknown', 'in_sync']

export function useStackColumns(): Column<StackRow>[] {
  const t = useTranslations('stacks')
  return useMemo<Column<StackRow>[]>(
    () => [
      {
        id: 'name',
        header: t('columns.name'),
        cell: (row) =>
          row.name ? (
            <ObjectLink kind="stack" name={row.name} />
          ) : (
            <Link href={looseServices} tone="muted" className="whitespace-nowrap">
              {t('withoutStack')}
            </Link>
          ),
        // No name sorts behind all names.
        sortBy: (row) => row.name || null,
        narrow: 'name',
      },
      {
        id: 'state',
        header: t('columns.state'),
        cell: (row) => <HealthBadge health={row.health} />,
        sortBy: (row) => healthOrder.indexOf(row.health),
        narrow: 'aside',
      },
      {
        id: 'drift',
        header: t('columns.drift'),
        cell: (row) => row.name && (row.behind.length > 0 ? <BehindBadge /> : <DriftBadge state={row.drift} />),
        sortBy: (row) => driftOrder.indexOf(row.drift),
        narrow: 'detail',
      },
      {
        id: 'tasks',
        header: t('columns.tasks'),
        cell: (row) => <RunningCount running={row.runningTasks} desired={row.desiredTasks} health={row.health} />,
        sortBy: (row) => row.runningTasks,
        narrow: 'detail',
      },
      {
        id: 'services',
        header: t('columns.services'),
        cell: (row) => (
          <span className="whitespace-nowrap tabular-nums">
            {t('servicesRunning', { running: row.servicesRunning, services: row.services })}
          </span>
        ),
        sortBy: (row) => row.services,
        narrow: 'detail',
      },
      {
        id: 'why',
        header: t('columns.why'),
        cell: (row) => <WorstService reason={row.reason} />,
        width: 'grow',
        narrow: 'detail',
      },
      {
        id: 'updating',
        header: t('columns.updating'),
        from: 'xl',
        cell: (row) => row.updating.length > 0 && <ServiceLinks names={row.updating} limit={1} />,
        sortBy: (row) => row.updating.length,
      },
      {
        id: 'changed',
        header: t('columns.changed'),
        from: 'lg',
        cell: (row) => <RelativeTime at={row.updatedAt} className="whitespace-nowrap text-muted" />,
        sortBy: (row) => row.updatedAt,
      },
    ],
    [t],
  )
}
