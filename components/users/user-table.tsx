'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Table } from '@/components/ui/table/table'
import { useApi } from '@/lib/browser/use-api'
import type { UserRow } from '@/lib/contract/session'
import { api } from '@/lib/paths/api'
import { AddUser } from './add-user'
import { useUserColumns } from './use-user-columns'

const rowId = (user: UserRow) => user.id
const filterText = (user: UserRow) => `${user.name} ${user.username} ${user.role}`

/** Everybody who may sign in, and who may not any more. */
export function UserTable({ initial }: { initial: UserRow[] }) {
  const t = useTranslations('users')
  const { data, error, reload } = useApi<UserRow[]>(api.users(), initial)

  const onChanged = useCallback(() => void reload(), [reload])
  const columns = useUserColumns(onChanged)
  return (
    <>
      <ProblemNotice error={error} className="mb-3" />
      <Table
        label={t('users')}
        rows={data ?? initial}
        rowId={rowId}
        columns={columns}
        filterText={filterText}
        defaultSort="name"
        count={(count) => t('list.count', { ...count, isFiltered: String(count.isFiltered) })}
        toolbar={<AddUser onAdded={onChanged} />}
      />
    </>
  )
}
