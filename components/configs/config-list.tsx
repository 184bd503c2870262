'use client'

import { useTranslations } from 'use-intl'
import { NewObject } from '@/components/plan/create/new-object'
import { isKnown, NoRows } from '@/components/swarm/no-rows'
import { PageHeader } from '@/components/ui/page/page-header'
import { Table } from '@/components/ui/table/table'
import { useLive } from '@/lib/browser/use-live'
import type { ConfigRow } from '@/lib/contract/data-objects'
import type { ViewOf } from '@/lib/contract/topics'
import { page } from '@/lib/paths/page'
import { useConfigColumns } from './use-config-columns'

const idOf = (config: ConfigRow) => config.id
const hrefOf = (config: ConfigRow) => page.config(config.name)
const textOf = (config: ConfigRow) =>
  `${config.name} ${config.stack ?? ''} ${config.format ?? ''} ${config.usedBy.map((usage) => usage.serviceName).join(' ')}`

/** All configs of the swarm. */
export function ConfigList({ initial }: { initial: ViewOf<'configs'> }) {
  const t = useTranslations('configs')
  const { rows, stamp } = useLive('configs', initial).view
  const columns = useConfigColumns()
  const unused = rows.filter((config) => config.usedBy.length === 0).length
  return (
    <>
      <PageHeader
        title={t('title')}
        state={isKnown(stamp) && t('state', { count: rows.length, unused })}
        actions={<NewObject kind="config" />}
      />
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
            <p>{t('empty.text')}</p>
            <pre className="mt-2 overflow-x-auto rounded-md bg-sunken px-3 py-2 text-ink text-sm">
              docker config create NAME FILE
            </pre>
          </NoRows>
        }
      />
    </>
  )
}
