'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { ObjectLink } from '@/components/swarm/object-link'
import { EmptyState } from '@/components/ui/page/empty-state'
import type { Column } from '@/components/ui/table/column'
import { Table } from '@/components/ui/table/table'
import type { MountView } from '@/lib/contract/services'

/** The tab or heading above says how many there are. */
const uncounted = () => ''

const idOf = (mount: MountView) => mount.target

/** Volumes, binds and the like, by their path in the container. */
export function ServiceMounts({ mounts }: { mounts: readonly MountView[] }) {
  const t = useTranslations('services.files')
  const columns = useMountColumns()
  return (
    <Table
      label={t('mounts')}
      rows={mounts}
      rowId={idOf}
      columns={columns}
      param="mount"
      count={uncounted}
      empty={<EmptyState title={t('noMounts')} />}
    />
  )
}

function Source({ mount }: { mount: MountView }) {
  const t = useTranslations('services.files')
  if (mount.source === null) return <span className="text-muted">{t('anonymous')}</span>
  if (mount.kind === 'volume') return <ObjectLink kind="volume" name={mount.source} />
  return <code className="break-all">{mount.source}</code>
}

function useMountColumns(): Column<MountView>[] {
  const t = useTranslations('services.files')
  return useMemo<Column<MountView>[]>(
    () => [
      {
        id: 'target',
        header: t('path'),
        cell: (mount) => <code className="break-all">{mount.target}</code>,
        sortBy: (mount) => mount.target,
        narrow: 'name',
      },
      {
        id: 'source',
        header: t('source'),
        cell: (mount) => <Source mount={mount} />,
        sortBy: (mount) => mount.source,
        width: 'grow',
        narrow: 'detail',
      },
      { id: 'kind', header: t('kind'), cell: (mount) => mount.kind, sortBy: (mount) => mount.kind, narrow: 'aside' },
      {
        id: 'access',
        header: t('access'),
        cell: (mount) => t(mount.isReadOnly ? 'readOnly' : 'readWrite'),
        narrow: 'detail',
      },
    ],
    [t],
  )
}
