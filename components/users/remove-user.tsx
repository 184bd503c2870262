'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/form/text-field'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
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
    <Dialog
      open
      onOpenChange={onClose}
      title={t('users.remove.title', { name: user.name })}
      description={t('users.remove.description')}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="danger"
            busy={remove.pending}
            disabledReason={typed.trim() !== user.username && t('users.remove.needName')}
            onClick={() => void remove.run()}
          >
            {t('users.remove.action', { name: user.name })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField
          label={t('users.remove.confirm', { username: user.username })}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          mono
        />
        <ProblemNotice error={remove.error} />
      </div>
    </Dialog>
  )
}
