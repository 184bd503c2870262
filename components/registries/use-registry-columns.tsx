'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { RelativeTime } from '@/components/ui/relative-time'
import type { Column } from '@/components/ui/table/column'
import type { RegistryRow } from '@/lib/contract/registries'
import { RegistryActions } from './registry-actions'

export function useRegistryColumns(onChanged: () => void): Column<RegistryRow>[] {
  const t = useTranslations('registries.list')
  return useMemo<Column<RegistryRow>[]>(
    () => [
      {
        id: 'host',
        header: t('host'),
        width: 'grow',
        narrow: 'name',
        sortBy: (registry) => registry.host,
        cell: (registry) => <code className="font-medium">{registry.host}</code>,
      },
      {
        id: 'username',
        header: t('username'),
        narrow: 'detail',
        sortBy: (registry) => registry.username,
        cell: (registry) => registry.username,
      },
      {
        id: 'changed',
        header: t('changed'),
        narrow: 'detail',
        sortBy: (registry) => registry.updatedAt,
        cell: (registry) => (
          <span className="whitespace-nowrap">
            <RelativeTime at={registry.updatedAt} />{' '}
            <span className="text-muted">{t('by', { name: registry.updatedBy })}</span>
          </span>
        ),
      },
      {
        id: 'actions',
        header: '',
        narrow: 'aside',
        align: 'right',
        cell: (registry) => <RegistryActions registry={registry} onChanged={onChanged} />,
      },
    ],
    [t, onChanged],
  )
}
