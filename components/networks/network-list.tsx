'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { NewObject } from '@/components/plan/create/new-object'
import { isKnown, NoRows } from '@/components/swarm/no-rows'
import { ObjectLink } from '@/components/swarm/object-link'
import { ServiceLinks } from '@/components/swarm/service-links'
import { Badge } from '@/components/ui/badge'
import { Copyable } from '@/components/ui/copyable'
import { PageHeader } from '@/components/ui/page/page-header'
import type { Column } from '@/components/ui/table/column'
import { Table } from '@/components/ui/table/table'
import { useLive } from '@/lib/browser/use-live'
import type { NetworkRow } from '@/lib/contract/networks'
import type { ViewOf } from '@/lib/contract/topics'

const idOf = (network: NetworkRow) => network.id
const textOf = (network: NetworkRow) =>
  `${network.name} ${network.stack ?? ''} ${network.driver} ${network.subnets.join(' ')} ${network.usedBy.join(' ')}`
const traits = ['isIngress', 'isAttachable', 'isInternal', 'isEncrypted'] as const

/** The networks of the swarm and who is on them. */
export function NetworkList({ initial }: { initial: ViewOf<'networks'> }) {
  const t = useTranslations('networks')
  const { rows, stamp } = useLive('networks', initial).view
  const columns = useColumns()
  const unused = rows.filter((network) => network.usedBy.length === 0 && !network.isIngress).length
  return (
    <>
      <PageHeader
        title={t('title')}
        state={isKnown(stamp) && t('state', { count: rows.length, unused })}
        actions={<NewObject kind="network" />}
      />
      <Table
        label={t('title')}
        rows={rows}
        rowId={idOf}
        columns={columns}
        filterText={textOf}
        defaultSort="name"
        count={({ shown, total, isFiltered }) => t(isFiltered ? 'countFiltered' : 'count', { shown, total })}
        empty={
          <NoRows stamp={stamp} title={t('empty.title')}>
            {t('empty.text')}
          </NoRows>
        }
      />
    </>
  )
}

function useColumns(): Column<NetworkRow>[] {
  const t = useTranslations('networks')
  return useMemo<Column<NetworkRow>[]>(
    () => [
      {
        id: 'name',
        header: t('columns.name'),
        cell: (network) => (
          <Copyable value={network.name} mono={false} className="font-medium">
            {network.name}
          </Copyable>
        ),
        sortBy: (network) => network.name,
        narrow: 'name',
      },
      {
        id: 'driver',
        header: t('columns.driver'),
        cell: (network) => network.driver,
        sortBy: (network) => network.driver,
        narrow: 'aside',
      },
      {
        id: 'traits',
        header: t('columns.traits'),
        cell: (network) => (
          <span className="inline-flex gap-1">
            {traits
              .filter((trait) => network[trait])
              .map((trait) => (
                <Badge key={trait} tone="neutral" variant="tag" title={t(`traitTitles.${trait}`)}>
                  {t(`traits.${trait}`)}
                </Badge>
              ))}
          </span>
        ),
        narrow: 'detail',
      },
      {
        id: 'subnets',
        header: t('columns.subnets'),
        from: 'lg',
        cell: (network) => <code className="text-muted">{network.subnets.join(', ')}</code>,
        sortBy: (network) => network.subnets[0] ?? null,
        narrow: 'detail',
      },
      {
        id: 'users',
        header: t('columns.users'),
        cell: (network) => <ServiceLinks names={network.usedBy} />,
        sortBy: (network) => network.usedBy.length,
        width: 'grow',
        narrow: 'detail',
      },
      {
        id: 'stack',
        header: t('columns.stack'),
        from: 'xl',
        cell: (network) => network.stack && <ObjectLink kind="stack" name={network.stack} tone="muted" />,
        sortBy: (network) => network.stack,
      },
    ],
    [t],
  )
}
