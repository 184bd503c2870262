'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { TextField } from '@/components/ui/form/text-field'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import { api } from '@/lib/paths/api'
import type { UserDialogProps } from './edit-user'

/** Removes somebody for good, and therefore asks for the name. */
export function RemoveUser({ user, onClose, onChanged }: UserDialogProps) {
  const t = useTranslations()
  const [typed, setTyped] = useState('')
  const remove = useAction(async () => {
    await callApi('DELETE', api.user(user.id))
    onChanged()
    onClose()
  })
  return (
    <ConfirmDialog
      title={t('users.remove.title', { name: user.name })}
      description={t('users.remove.description')}
      action={t('users.remove.action', { name: user.name })}
      disabledReason={typed.trim() !== user.username && t('users.remove.needName')}
      pending={remove.pending}
      error={remove.error}
      onConfirm={() => void remove.run()}
      onClose={onClose}
    >
      <TextField
        label={t('users.remove.confirm', { username: user.username })}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        mono
      />
    </ConfirmDialog>
  )
}
