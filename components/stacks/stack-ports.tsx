'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { ObjectLink } from '@/components/swarm/object-link'
import { portKey } from '@/components/swarm/port-text'
import { EmptyState } from '@/components/ui/page/empty-state'
import type { Column } from '@/components/ui/table/column'
import { Table } from '@/components/ui/table/table'
import type { StackDetail } from '@/lib/contract/stacks'

type Port = StackDetail['ports'][number]

/** The tab or heading above says how many there are. */
const uncounted = () => ''

const idOf = (port: Port) => `${port.serviceName} ${portKey(port)}`

/** What the stack publishes, by which service, and where one can reach it. */
export function StackPorts({ ports }: { ports: readonly Port[] }) {
  const t = useTranslations('stacks.ports')
  const columns = usePortColumns()
  return (
    <Table
      label={t('title')}
      rows={ports}
      rowId={idOf}
      columns={columns}
      defaultSort="published"
      param="p"
      count={uncounted}
      empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
    />
  )
}

function usePortColumns(): Column<Port>[] {
  const t = useTranslations('stacks.ports')
  return useMemo<Column<Port>[]>(
    () => [
      {
        id: 'published',
        header: t('published'),
        cell: (port) => (
          <code>
            {port.published ?? t('unknown')}
            <span className="md:hidden">{` → ${port.target}/${port.protocol}`}</span>
          </code>
        ),
        sortBy: (port) => port.published,
        narrow: 'name',
      },
      {
        id: 'target',
        header: t('target'),
        cell: (port) => <code>{`${port.target}/${port.protocol}`}</code>,
        sortBy: (port) => port.target,
      },
      {
        id: 'service',
        header: t('service'),
        cell: (port) => <ObjectLink kind="service" name={port.serviceName} />,
        sortBy: (port) => port.serviceName,
        narrow: 'aside',
      },
      {
        id: 'mode',
        header: t('mode'),
        cell: (port) => (
          <span>
            {port.mode} <span className="text-muted">{port.mode === 'host' ? t('host') : t('ingress')}</span>
          </span>
        ),
        sortBy: (port) => port.mode,
        width: 'grow',
        narrow: 'detail',
      },
    ],
    [t],
  )
}
