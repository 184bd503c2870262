'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { ObjectLink } from '@/components/swarm/object-link'
import { ServiceLinks } from '@/components/swarm/service-links'
import { useUnits } from '@/components/swarm/use-units'
import { RelativeTime } from '@/components/ui/relative-time'
import type { Column } from '@/components/ui/table/column'
import type { ConfigRow } from '@/lib/contract/data-objects'

export function useConfigColumns(): Column<ConfigRow>[] {
  const t = useTranslations('configs')
  const units = useUnits()
  return useMemo<Column<ConfigRow>[]>(
    () => [
      {
        id: 'name',
        header: t('columns.name'),
        cell: (config) => <ObjectLink kind="config" name={config.name} />,
        sortBy: (config) => config.name,
        narrow: 'name',
      },
      {
        id: 'version',
        header: t('columns.version'),
        cell: (config) =>
          config.versions.length > 1 && (
            <span className="whitespace-nowrap text-muted">
              {t('versionOf', { number: config.versions.indexOf(config.name) + 1, count: config.versions.length })}
            </span>
          ),
        sortBy: (config) => config.versions.length,
        narrow: 'detail',
      },
      {
        id: 'format',
        header: t('columns.format'),
        cell: (config) => config.format && t(`formats.${config.format}`),
        sortBy: (config) => config.format,
        narrow: 'aside',
      },
      {
        id: 'size',
        header: t('columns.size'),
        cell: (config) =>
          config.sizeBytes !== null && (
            <span className="whitespace-nowrap" title={units.exactBytes(config.sizeBytes)}>
              {units.bytes(config.sizeBytes)}
            </span>
          ),
        sortBy: (config) => config.sizeBytes,
        align: 'right',
        narrow: 'detail',
      },
      {
        id: 'users',
        header: t('columns.users'),
        cell: (config) => <ServiceLinks names={[...new Set(config.usedBy.map((usage) => usage.serviceName))]} />,
        sortBy: (config) => config.usedBy.length,
        width: 'grow',
        narrow: 'detail',
      },
      {
        id: 'stack',
        header: t('columns.stack'),
        from: 'xl',
        cell: (config) => config.stack && <ObjectLink kind="stack" name={config.stack} tone="muted" />,
        sortBy: (config) => config.stack,
      },
      {
        id: 'created',
        header: t('columns.created'),
        from: 'lg',
        cell: (config) => <RelativeTime at={config.createdAt} className="whitespace-nowrap text-muted" />,
        sortBy: (config) => config.createdAt,
      },
    ],
    [t, units],
  )
}
