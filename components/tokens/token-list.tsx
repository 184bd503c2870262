'use client'

import { KeyRound } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { ListSection } from '@/components/ui/table/list-section'
import { useApi } from '@/lib/browser/use-api'
import type { TokenRow } from '@/lib/contract/session'
import { api } from '@/lib/paths/api'
import { CreateToken } from './create-token'
import { useTokenColumns } from './use-token-columns'

const rowId = (token: TokenRow) => token.id

/** One's own API tokens: what programs use in one's place. */
export function TokenList({ initial }: { initial: TokenRow[] }) {
  const t = useTranslations('tokens')
  const { data, error, reload } = useApi<TokenRow[]>(api.tokens(), initial)
  const onChanged = useCallback(() => void reload(), [reload])
  const columns = useTokenColumns(onChanged)
  return (
    <ListSection
      title={t('title')}
      description={t('description')}
      actions={<CreateToken onCreated={onChanged} />}
      error={error}
      rows={data ?? initial}
      rowId={rowId}
      columns={columns}
      defaultSort="-created"
      count={({ total }) => t('count', { total })}
      empty={{ title: t('empty'), hint: t('emptyHint'), icon: KeyRound }}
    />
  )
}
