'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'
import { RelativeTime } from '@/components/ui/relative-time'
import type { Column } from '@/components/ui/table/column'
import { useCurrentUser } from '@/lib/browser/current-user'
import type { UserRow } from '@/lib/contract/session'
import { UserActions } from './user-actions'

export function useUserColumns(onChanged: () => void): Column<UserRow>[] {
  const t = useTranslations('users')
  const me = useCurrentUser()
  return useMemo<Column<UserRow>[]>(
    () => [
      {
        id: 'name',
        header: t('list.name'),
        width: 'grow',
        narrow: 'name',
        sortBy: (user) => user.name,
        cell: (user) => <Name user={user} isMe={user.id === me.id} />,
      },
      {
        id: 'role',
        header: t('list.role'),
        narrow: 'detail',
        sortBy: (user) => user.role,
        cell: (user) => t(`role.${user.role}`),
      },
      {
        id: 'status',
        header: t('list.status'),
        narrow: 'detail',
        sortBy: (user) => Number(user.isDisabled),
        cell: (user) => (
          <Badge tone={user.isDisabled ? 'attention' : 'running'}>
            {user.isDisabled ? t('list.disabled') : t('list.enabled')}
          </Badge>
        ),
      },
      {
        id: 'lastSeen',
        header: t('list.lastSeen'),
        narrow: 'detail',
        sortBy: (user) => user.lastSeenAt,
        cell: (user) =>
          user.lastSeenAt === null ? (
            <span className="text-faint">{t('list.never')}</span>
          ) : (
            <RelativeTime at={user.lastSeenAt} className="whitespace-nowrap" />
          ),
      },
      {
        id: 'actions',
        header: '',
        narrow: 'aside',
        align: 'right',
        cell: (user) => <UserActions user={user} onChanged={onChanged} />,
      },
    ],
    [t, me.id, onChanged],
  )
}

function Name({ user, isMe }: { user: UserRow; isMe: boolean }) {
  const t = useTranslations('users.list')
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      <span className="font-medium">{user.name}</span>
      <span className="text-muted">{user.username}</span>
      {isMe && (
        <Badge tone="neutral" variant="tag">
          {t('you')}
        </Badge>
      )}
    </span>
  )
}
