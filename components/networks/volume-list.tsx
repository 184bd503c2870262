'use client'

import { Fragment, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { isKnown, NoRows } from '@/components/swarm/no-rows'
import { ObjectLink } from '@/components/swarm/object-link'
import { ServiceLinks } from '@/components/swarm/service-links'
import { Badge } from '@/components/ui/badge'
import { Copyable } from '@/components/ui/copyable'
import { PageHeader } from '@/components/ui/page/page-header'
import type { Column } from '@/components/ui/table/column'
import { Table } from '@/components/ui/table/table'
import { useLive } from '@/lib/browser/use-live'
import type { VolumeRow } from '@/lib/contract/networks'
import type { ViewOf } from '@/lib/contract/topics'

const idOf = (volume: VolumeRow) => volume.id
const textOf = (volume: VolumeRow) =>
  `${volume.name} ${volume.driver} ${volume.stack ?? ''} ${volume.usedBy.join(' ')} ${volume.nodes.map((node) => node.hostname).join(' ')}`

/** The volumes that specs name: all that one manager can know of them. */
export function VolumeList({ initial }: { initial: ViewOf<'volumes'> }) {
  const t = useTranslations('volumes')
  const { rows, stamp } = useLive('volumes', initial).view
  const columns = useColumns()
  const atRisk = rows.filter((volume) => volume.mayLoseData).length
  return (
    <>
      <PageHeader title={t('title')} state={isKnown(stamp) && t('state', { count: rows.length, atRisk })} />
      <p className="mb-4 max-w-prose text-muted text-sm">{t('explanation')}</p>
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

function useColumns(): Column<VolumeRow>[] {
  const t = useTranslations('volumes')
  return useMemo<Column<VolumeRow>[]>(
    () => [
      {
        id: 'name',
        header: t('columns.name'),
        cell: (volume) => (
          <Copyable value={volume.name} mono={false} className="font-medium">
            {volume.name}
          </Copyable>
        ),
        sortBy: (volume) => volume.name,
        narrow: 'name',
      },
      {
        id: 'place',
        header: t('columns.place'),
        cell: (volume) => <Place volume={volume} />,
        sortBy: (volume) => Number(volume.mayLoseData),
        narrow: 'aside',
      },
      {
        id: 'nodes',
        header: t('columns.nodes'),
        cell: (volume) => <Nodes nodes={volume.nodes} />,
        sortBy: (volume) => volume.nodes.length,
        narrow: 'detail',
      },
      {
        id: 'users',
        header: t('columns.users'),
        cell: (volume) => <ServiceLinks names={volume.usedBy} />,
        sortBy: (volume) => volume.usedBy.length,
        width: 'grow',
        narrow: 'detail',
      },
      {
        id: 'driver',
        from: 'lg',
        header: t('columns.driver'),
        cell: (volume) => volume.driver,
        sortBy: (volume) => volume.driver,
      },
      {
        id: 'stack',
        header: t('columns.stack'),
        from: 'xl',
        cell: (volume) => volume.stack && <ObjectLink kind="stack" name={volume.stack} tone="muted" />,
        sortBy: (volume) => volume.stack,
      },
    ],
    [t],
  )
}

function Place({ volume }: { volume: VolumeRow }) {
  const t = useTranslations('volumes.place')
  if (volume.mayLoseData) {
    return (
      <Badge tone="attention" title={t('unpinnedTitle')}>
        {t('unpinned')}
      </Badge>
    )
  }
  return <span className="text-muted">{t(volume.isPinned ? 'pinned' : 'shared')}</span>
}

function Nodes({ nodes }: { nodes: VolumeRow['nodes'] }) {
  return nodes.map((node, index) => (
    <Fragment key={node.id}>
      {index > 0 && ', '}
      <ObjectLink kind="node" id={node.id} name={node.hostname} />
    </Fragment>
  ))
}
