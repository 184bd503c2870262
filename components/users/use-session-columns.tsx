'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { RelativeTime } from '@/components/ui/relative-time'
import type { Column } from '@/components/ui/table/column'
import type { SessionRow } from '@/lib/contract/session'
import { describeAgent } from './describe-agent'

export function useSessionColumns(isEnding: boolean, end: (id: string) => Promise<unknown>): Column<SessionRow>[] {
  const t = useTranslations('users.sessions')
  return useMemo<Column<SessionRow>[]>(
    () => [
      {
        id: 'device',
        header: t('device'),
        width: 'grow',
        narrow: 'name',
        cell: (session) => <Device session={session} />,
      },
      { id: 'address', header: t('address'), narrow: 'detail', cell: (session) => session.address },
      {
        id: 'started',
        header: t('started'),
        cell: (session) => <RelativeTime at={session.createdAt} className="whitespace-nowrap" />,
      },
      {
        id: 'lastSeen',
        header: t('lastSeen'),
        narrow: 'detail',
        sortBy: (session) => session.lastSeenAt,
        cell: (session) => <RelativeTime at={session.lastSeenAt} className="whitespace-nowrap" />,
      },
      {
        id: 'end',
        header: '',
        narrow: 'aside',
        align: 'right',
        cell: (session) => (
          <Button
            size="sm"
            variant="quiet"
            disabledReason={session.isThis && t('endThis')}
            disabled={isEnding}
            onClick={() => void end(session.id)}
          >
            {t('end')}
          </Button>
        ),
      },
    ],
    [t, isEnding, end],
  )
}

function Device({ session }: { session: SessionRow }) {
  const t = useTranslations('users.sessions')
  const { browser, system } = describeAgent(session.agent)
  const name = browser && system ? t('deviceOn', { browser, system }) : (browser ?? system ?? t('unknownDevice'))
  return (
    <span title={session.agent ?? undefined} className="flex flex-wrap items-center gap-2">
      {name}
      {session.isThis && (
        <Badge tone="neutral" variant="tag">
          {t('this')}
        </Badge>
      )}
    </span>
  )
}
