'use client'

import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import { api } from '@/lib/paths/api'
import type { RegistryDialogProps } from './check-login'

/** Forgets the credentials for a registry, once it was said what that means for the services. */
export function RemoveRegistry({ registry: { host }, onClose, onChanged }: RegistryDialogProps) {
  const t = useTranslations('registries.remove')
  const remove = useAction(async () => {
    await callApi('DELETE', api.registry(host))
    onChanged()
    onClose()
  })
  return (
    <ConfirmDialog
      title={t('title', { host })}
      description={t('description')}
      action={t('action', { host })}
      pending={remove.pending}
      error={remove.error}
      onConfirm={() => void remove.run()}
      onClose={onClose}
    />
  )
}
