'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'
import { RelativeTime } from '@/components/ui/relative-time'
import type { Column } from '@/components/ui/table/column'
import { serverNow } from '@/lib/browser/server-clock'
import type { TokenRow } from '@/lib/contract/session'
import { RevokeToken } from './revoke-token'

export function useTokenColumns(onChanged: () => void): Column<TokenRow>[] {
  const t = useTranslations('tokens.list')
  return useMemo<Column<TokenRow>[]>(
    () => [
      {
        id: 'name',
        header: t('name'),
        width: 'grow',
        narrow: 'name',
        sortBy: (token) => token.name,
        cell: (token) => (
          <span className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-medium">{token.name}</span>
            <code className="text-muted">{token.prefix}…</code>
          </span>
        ),
      },
      {
        id: 'created',
        header: t('created'),
        sortBy: (token) => token.createdAt,
        cell: (token) => <RelativeTime at={token.createdAt} className="whitespace-nowrap" />,
      },
      {
        id: 'lastUsed',
        header: t('lastUsed'),
        narrow: 'detail',
        sortBy: (token) => token.lastUsedAt,
        cell: (token) =>
          token.lastUsedAt === null ? (
            <span className="text-faint">{t('never')}</span>
          ) : (
            <RelativeTime at={token.lastUsedAt} className="whitespace-nowrap" />
          ),
      },
      {
        id: 'expires',
        header: t('expires'),
        narrow: 'detail',
        sortBy: (token) => token.expiresAt,
        cell: (token) => <Expiry at={token.expiresAt} />,
      },
      {
        id: 'revoke',
        header: '',
        narrow: 'aside',
        align: 'right',
        cell: (token) => <RevokeToken token={token} onRevoked={onChanged} />,
      },
    ],
    [t, onChanged],
  )
}

function Expiry({ at }: { at: TokenRow['expiresAt'] }) {
  const t = useTranslations('tokens.list')
  if (at === null) return null
  if (at <= serverNow()) return <Badge tone="attention">{t('expired')}</Badge>
  return <RelativeTime at={at} className="whitespace-nowrap" />
}
