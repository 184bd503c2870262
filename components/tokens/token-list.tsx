'use client'

import { KeyRound } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '@/components/ui/page/empty-state'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Section } from '@/components/ui/page/section'
import { Table } from '@/components/ui/table/table'
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
    <Section title={t('title')} description={t('description')} actions={<CreateToken onCreated={onChanged} />}>
      <ProblemNotice error={error} className="mb-3" />
      <Table
        label={t('title')}
        rows={data ?? initial}
        rowId={rowId}
        columns={columns}
        defaultSort="-created"
        count={({ total }) => t('count', { total })}
        empty={
          <EmptyState title={t('empty')} icon={KeyRound}>
            {t('emptyHint')}
          </EmptyState>
        }
      />
    </Section>
  )
}
