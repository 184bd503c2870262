'use client'

import { Warehouse } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { ListSection } from '@/components/ui/table/list-section'
import { useApi } from '@/lib/browser/use-api'
import type { RegistryRow } from '@/lib/contract/registries'
import { api } from '@/lib/paths/api'
import { AddRegistry } from './add-registry'
import { useRegistryColumns } from './use-registry-columns'

const rowId = (registry: RegistryRow) => registry.host

/** The registries that Skep has credentials for. */
export function RegistryList({ initial }: { initial: RegistryRow[] }) {
  const t = useTranslations('registries')
  const { data, error, reload } = useApi<RegistryRow[]>(api.registries(), initial)
  const onChanged = useCallback(() => void reload(), [reload])
  const columns = useRegistryColumns(onChanged)
  return (
    <ListSection
      title={t('title')}
      description={t('description')}
      actions={<AddRegistry onAdded={onChanged} />}
      error={error}
      rows={data ?? initial}
      rowId={rowId}
      columns={columns}
      defaultSort="host"
      count={({ total }) => t('count', { total })}
      empty={{ title: t('empty'), hint: t('emptyHint'), icon: Warehouse }}
    />
  )
}
