'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useShowDialog } from '@/components/ui/dialog-host'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import { api } from '@/lib/paths/api'

type Family = { kind: DataObjectKind; name: string; family: string }

export function RemovePolicy({ disabledReason, ...family }: Family & { disabledReason: string | false }) {
  const t = useTranslations('policies.remove')
  const show = useShowDialog()
  return (
    <Button
      variant="quiet"
      disabledReason={disabledReason}
      onClick={() => show((close) => <RemoveDialog {...family} onClose={close} />)}
    >
      {t('button')}
    </Button>
  )
}

function RemoveDialog({ kind, name, family, onClose }: Family & { onClose: () => void }) {
  const t = useTranslations('policies.remove')
  const remove = useAction(async () => {
    await callApi('DELETE', api.policy(kind, name))
    onClose()
  })
  return (
    <ConfirmDialog
      title={t('title', { family })}
      description={t('description')}
      action={t('action')}
      pending={remove.pending}
      error={remove.error}
      onConfirm={() => void remove.run()}
      onClose={onClose}
    />
  )
}
