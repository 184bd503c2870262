'use client'

import { useTranslations } from 'use-intl'
import { isKnown, NoRows } from '@/components/swarm/no-rows'
import { PageHeader } from '@/components/ui/page/page-header'
import { Table } from '@/components/ui/table/table'
import { useLive } from '@/lib/browser/use-live'
import type { NodeRow } from '@/lib/contract/nodes'
import type { ViewOf } from '@/lib/contract/topics'
import { page } from '@/lib/paths/page'
import { useNodeColumns } from './use-node-columns'

const idOf = (node: NodeRow) => node.id
const hrefOf = (node: NodeRow) => page.node(node.id)

function textOf(node: NodeRow): string {
  const labels = Object.entries(node.labels).flat().join(' ')
  return `${node.hostname} ${node.role} ${node.state} ${node.availability} ${node.address ?? ''} ${node.engineVersion} ${labels}`
}

/** All machines of the swarm. */
export function NodeList({ initial }: { initial: ViewOf<'nodes'> }) {
  const t = useTranslations('nodes')
  const { rows, stamp } = useLive('nodes', initial).view
  const columns = useNodeColumns()
  const managers = rows.filter((node) => node.role === 'manager').length
  const ready = rows.filter((node) => node.state === 'ready').length
  return (
    <>
      <PageHeader title={t('title')} state={isKnown(stamp) && t('state', { ready, nodes: rows.length, managers })} />
      <Table
        label={t('title')}
        rows={rows}
        rowId={idOf}
        columns={columns}
        href={hrefOf}
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
