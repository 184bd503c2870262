'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { RelativeTime } from '@/components/ui/relative-time'
import type { Column } from '@/components/ui/table/column'
import type { ServiceRow } from '@/lib/contract/services'
import { healthOrder } from '@/lib/swarm/health/standing'
import { HealthBadge } from './health-badge'
import { ObjectLink } from './object-link'
import { PortText, portKey } from './port-text'
import { ReasonText } from './reason-text'
import { RunningCount } from './tasks/running-count'

/** Columns of services, without the stack on the page of one. */
export function useServiceColumns({ withStack }: { withStack: boolean }): Column<ServiceRow>[] {
  const t = useTranslations('services.columns')
  return useMemo(() => {
    const columns: Column<ServiceRow>[] = [
      {
        id: 'name',
        header: t('name'),
        cell: (row) => <ObjectLink kind="service" name={row.name} />,
        sortBy: (row) => row.name,
        narrow: 'name',
      },
      {
        id: 'state',
        header: t('state'),
        cell: (row) => <HealthBadge health={row.health} />,
        sortBy: (row) => healthOrder.indexOf(row.health),
        narrow: 'aside',
      },
      {
        id: 'tasks',
        header: t('tasks'),
        cell: (row) => <RunningCount running={row.runningTasks} desired={row.desiredTasks} health={row.health} />,
        sortBy: (row) => row.runningTasks,
        narrow: 'detail',
      },
      {
        id: 'why',
        header: t('why'),
        cell: (row) => (
          <span className="line-clamp-2 text-muted">
            <ReasonText reason={row.reason} />
          </span>
        ),
        width: 'grow',
        narrow: 'detail',
      },
      {
        id: 'image',
        header: t('image'),
        from: 'xl',
        cell: (row) => (
          <code title={row.image.name} className="block max-w-44 truncate 2xl:max-w-64 text-muted">
            {row.image.name}
          </code>
        ),
        sortBy: (row) => row.image.name,
      },
      { id: 'ports', from: 'lg', header: t('ports'), cell: (row) => <Ports row={row} /> },
      {
        id: 'stack',
        header: t('stack'),
        from: '2xl',
        cell: (row) => row.stack && <ObjectLink kind="stack" name={row.stack} tone="muted" />,
        sortBy: (row) => row.stack,
      },
      {
        id: 'changed',
        header: t('changed'),
        from: 'lg',
        cell: (row) => <RelativeTime at={row.updatedAt} className="whitespace-nowrap text-muted" />,
        sortBy: (row) => row.updatedAt,
      },
    ]
    return withStack ? columns : columns.filter((column) => column.id !== 'stack')
  }, [t, withStack])
}

/** One line each, since a service rarely publishes more than two. */
function Ports({ row }: { row: ServiceRow }) {
  return row.ports.map((port) => (
    <span key={portKey(port)} className="block">
      <PortText port={port} />
    </span>
  ))
}

/** What typing filters services by. */
export function serviceText(row: ServiceRow): string {
  const ports = row.ports.map((port) => port.published).join(' ')
  return `${row.name} ${row.stack ?? ''} ${row.image.name} ${row.health} ${row.mode} ${ports}`
}
