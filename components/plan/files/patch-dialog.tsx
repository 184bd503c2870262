'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Skeleton } from '@/components/ui/page/skeleton'
import { useApi } from '@/lib/browser/use-api'
import type { StackPatch } from '@/lib/contract/stack-files'
import { api } from '@/lib/paths/api'
import { OwnFile } from './own-file'
import { PatchView } from './patch-view'

/** What a stack's file has to say: of the file that Skep can make, and of one's own. */
export function PatchDialog({ stack, onClose }: { stack: string; onClose: () => void }) {
  const t = useTranslations('stackFiles.patch')
  const { data, error } = useApi<StackPatch>(api.namesBehind(stack))
  const [own, setOwn] = useState<StackPatch | null>(null)
  const patch = own ?? data
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="lg"
      title={t('title', { stack })}
      description={t('description')}
      footer={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <div className="flex flex-col gap-5">
        <ProblemNotice error={error} />
        {patch ? <PatchView stack={stack} patch={patch} isOwn={own !== null} /> : !error && <Waiting />}
        {data && data.behind.length > 0 && <OwnFile stack={stack} onPatch={setOwn} />}
      </div>
    </Dialog>
  )
}

function Waiting() {
  return <Skeleton className="h-40 w-full" />
}
