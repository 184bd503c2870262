'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { LossList } from '@/components/plan/deploy/loss-list'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/form/text-field'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Skeleton } from '@/components/ui/page/skeleton'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import { useApi } from '@/lib/browser/use-api'
import type { RebuiltFiles, RevisionRow } from '@/lib/contract/deploy'
import { api } from '@/lib/paths/api'
import { page } from '@/lib/paths/page'
import { FilesView } from './files-view'

type Props = { stack: string; onClose: () => void }

/** Keeps the file of a running stack as its first revision, after showing it and what it cannot say. */
export function AdoptDialog({ stack, onClose }: Props) {
  const t = useTranslations('revisions.adopt')
  const common = useTranslations('common')
  const router = useRouter()
  const [reason, setReason] = useState('')
  const { data, error } = useApi<RebuiltFiles>(api.stackFile(stack))
  const adopt = useAction(() => callApi<RevisionRow>('POST', api.adoptStack(stack), { reason: reason.trim() }))
  const run = async () => {
    const row = await adopt.run()
    if (row) router.push(page.revision(stack, row.number))
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="lg"
      title={t('title', { stack })}
      description={t('description')}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button variant="primary" busy={adopt.pending} disabled={!data} onClick={() => void run()}>
            {t('apply')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ProblemNotice error={error ?? adopt.error} />
        {data ? (
          <>
            <LossList losses={data.losses} />
            <FilesView files={data.files} composeFiles={data.composeFiles} />
          </>
        ) : (
          !error && <Skeleton className="h-48 w-full" />
        )}
        <TextField
          label={t('reason')}
          maxLength={500}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Dialog>
  )
}
