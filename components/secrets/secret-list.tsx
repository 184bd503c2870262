'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { NewObject } from '@/components/plan/create/new-object'
import { isKnown, NoRows } from '@/components/swarm/no-rows'
import { ObjectLink } from '@/components/swarm/object-link'
import { ServiceLinks } from '@/components/swarm/service-links'
import { PageHeader } from '@/components/ui/page/page-header'
import { RelativeTime } from '@/components/ui/relative-time'
import type { Column } from '@/components/ui/table/column'
import { Table } from '@/components/ui/table/table'
import { useLive } from '@/lib/browser/use-live'
import type { SecretRow } from '@/lib/contract/data-objects'
import type { ViewOf } from '@/lib/contract/topics'
import { page } from '@/lib/paths/page'

const idOf = (secret: SecretRow) => secret.id
const hrefOf = (secret: SecretRow) => page.secret(secret.name)
const textOf = (secret: SecretRow) =>
  `${secret.name} ${secret.stack ?? ''} ${secret.usedBy.map((usage) => usage.serviceName).join(' ')}`

/** All secrets of the swarm: names, ages and users, and nothing of their values. */
export function SecretList({ initial }: { initial: ViewOf<'secrets'> }) {
  const t = useTranslations('secrets')
  const { rows, stamp } = useLive('secrets', initial).view
  const columns = useColumns()
  const unused = rows.filter((secret) => secret.usedBy.length === 0).length
  return (
    <>
      <PageHeader
        title={t('title')}
        state={isKnown(stamp) && t('state', { count: rows.length, unused })}
        actions={<NewObject kind="secret" />}
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
              docker secret create NAME FILE
            </pre>
          </NoRows>
        }
      />
    </>
  )
}

function useColumns(): Column<SecretRow>[] {
  const t = useTranslations('secrets')
  return useMemo<Column<SecretRow>[]>(
    () => [
      {
        id: 'name',
        header: t('columns.name'),
        cell: (secret) => <ObjectLink kind="secret" name={secret.name} />,
        sortBy: (secret) => secret.name,
        narrow: 'name',
      },
      {
        id: 'version',
        header: t('columns.version'),
        cell: (secret) =>
          secret.versions.length > 1 && (
            <span className="whitespace-nowrap text-muted">
              {t('versionOf', { number: secret.versions.indexOf(secret.name) + 1, count: secret.versions.length })}
            </span>
          ),
        sortBy: (secret) => secret.versions.length,
        narrow: 'detail',
      },
      {
        id: 'users',
        header: t('columns.users'),
        cell: (secret) => <ServiceLinks names={[...new Set(secret.usedBy.map((usage) => usage.serviceName))]} />,
        sortBy: (secret) => secret.usedBy.length,
        width: 'grow',
        narrow: 'detail',
      },
      {
        id: 'stack',
        header: t('columns.stack'),
        from: 'lg',
        cell: (secret) => secret.stack && <ObjectLink kind="stack" name={secret.stack} tone="muted" />,
        sortBy: (secret) => secret.stack,
      },
      {
        id: 'created',
        header: t('columns.created'),
        cell: (secret) => <RelativeTime at={secret.createdAt} className="whitespace-nowrap text-muted" />,
        sortBy: (secret) => secret.createdAt,
        narrow: 'aside',
      },
    ],
    [t],
  )
}
