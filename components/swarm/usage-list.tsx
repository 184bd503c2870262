'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '@/components/ui/page/empty-state'
import type { Column } from '@/components/ui/table/column'
import { Table } from '@/components/ui/table/table'
import type { Usage } from '@/lib/contract/data-objects'
import { page } from '@/lib/paths/page'
import { modeText } from './mode-text'
import { ObjectLink } from './object-link'

type Props = { usages: readonly Usage[]; emptyTitle: string; emptyText: string }

/** The tab or heading above says how many there are. */
const uncounted = () => ''

const idOf = (usage: Usage) => `${usage.serviceId} ${usage.by} ${usage.target}`
const textOf = (usage: Usage) => `${usage.serviceName} ${usage.stack} ${usage.target} ${usage.by}`
const hrefOf = (usage: Usage) => page.service(usage.serviceName)

/** Which services need a config or secret: at which path, with which rights, and whether now or only for a rollback. */
export function UsageList({ usages, emptyTitle, emptyText }: Props) {
  const t = useTranslations('swarm.usage')
  const columns = useUsageColumns()
  return (
    <Table
      label={t('label')}
      rows={usages}
      rowId={idOf}
      columns={columns}
      href={hrefOf}
      filterText={usages.length > 8 ? textOf : undefined}
      param="u"
      count={uncounted}
      empty={<EmptyState title={emptyTitle}>{emptyText}</EmptyState>}
    />
  )
}

const Dash = () => <span className="text-faint">–</span>

function useUsageColumns(): Column<Usage>[] {
  const t = useTranslations('swarm.usage')
  return useMemo<Column<Usage>[]>(
    () => [
      {
        id: 'service',
        header: t('service'),
        cell: (usage) => <ObjectLink kind="service" name={usage.serviceName} />,
        sortBy: (usage) => usage.serviceName,
        narrow: 'name',
      },
      { id: 'by', header: t('by'), cell: (usage) => t(usage.by), sortBy: (usage) => usage.by, narrow: 'aside' },
      {
        id: 'target',
        header: t('target'),
        cell: (usage) => (usage.target ? <code className="break-all">{usage.target}</code> : <Dash />),
        sortBy: (usage) => usage.target,
        width: 'grow',
        narrow: 'detail',
      },
      {
        id: 'mode',
        header: t('mode'),
        cell: (usage) => (usage.mode === null ? <Dash /> : <code>{modeText(usage.mode)}</code>),
        narrow: 'detail',
      },
      {
        id: 'owner',
        header: t('owner'),
        cell: (usage) => (usage.uid === null ? <Dash /> : <code>{`${usage.uid}:${usage.gid}`}</code>),
      },
    ],
    [t],
  )
}
