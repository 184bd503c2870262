'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import type { RegistryRow } from '@/lib/contract/registries'
import { api } from '@/lib/paths/api'

export type RegistryDialogProps = { registry: RegistryRow; onClose: () => void; onChanged: () => void }

/** Tries whether a registry still takes what is kept for it. */
export function CheckLogin({ registry: { host, username }, onClose }: RegistryDialogProps) {
  const t = useTranslations('registries.login')
  const [isAccepted, setIsAccepted] = useState(false)
  const login = useAction(async () => {
    setIsAccepted(false)
    await callApi('POST', api.registryLogin(), { host })
    setIsAccepted(true)
  })
  return (
    <ConfirmDialog
      title={t('title', { host })}
      description={t('description')}
      action={t('action', { username })}
      variant="primary"
      closeLabel="close"
      pending={login.pending}
      error={login.error}
      onConfirm={() => void login.run()}
      onClose={onClose}
    >
      <output className="text-running empty:hidden">{isAccepted && t('accepted', { host })}</output>
    </ConfirmDialog>
  )
}
