'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import { api } from '@/lib/paths/api'

type Props = { kind: DataObjectKind; name: string; family: string; disabledReason: string | false }

export function RemovePolicy({ kind, name, family, disabledReason }: Props) {
  const t = useTranslations('policies.remove')
  const [isOpen, setIsOpen] = useState(false)
  const remove = useAction(async () => {
    await callApi('DELETE', api.policy(kind, name))
    setIsOpen(false)
  })
  return (
    <>
      <Button variant="quiet" disabledReason={disabledReason} onClick={() => setIsOpen(true)}>
        {t('button')}
      </Button>
      {isOpen && (
        <ConfirmDialog
          title={t('title', { family })}
          description={t('description')}
          action={t('action')}
          pending={remove.pending}
          error={remove.error}
          onConfirm={() => void remove.run()}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  )
}
