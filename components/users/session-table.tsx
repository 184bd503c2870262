'use client'

import { useTranslations } from 'use-intl'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Table } from '@/components/ui/table/table'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import type { SessionRow } from '@/lib/contract/session'
import { api } from '@/lib/paths/api'
import { useSessionColumns } from './use-session-columns'

type Props = { sessions: readonly SessionRow[]; onEnded: () => void }

const rowId = (session: SessionRow) => session.id

/** Where one is signed in, and how to end it elsewhere. */
export function SessionTable({ sessions, onEnded }: Props) {
  const t = useTranslations('users.sessions')
  const end = useAction(async (id: string) => {
    await callApi('DELETE', api.endSession(id))
    onEnded()
  })
  const columns = useSessionColumns(end.pending, end.run)
  return (
    <>
      <ProblemNotice error={end.error} className="mb-3" />
      <Table
        label={t('title')}
        rows={sessions}
        rowId={rowId}
        columns={columns}
        defaultSort="-lastSeen"
        param="session-"
        count={({ total }) => t('count', { total })}
      />
    </>
  )
}
