'use client'

import { type SubmitEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { NewPasswordField } from '@/components/ui/form/new-password-field'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import { useFieldErrors } from '@/lib/browser/use-field-errors'
import type { UserRow } from '@/lib/contract/session'
import { api } from '@/lib/paths/api'
import type { UserDialogProps } from './edit-user'

/** Gives somebody a new password who has lost the old one. */
export function ResetPassword({ user, onClose, onChanged }: UserDialogProps) {
  const t = useTranslations()
  const form = useId()
  const [password, setPassword] = useState('')
  const reset = useAction(async () => {
    await callApi<UserRow>('PATCH', api.user(user.id), { password })
    setPassword('')
    onChanged()
    onClose()
  })
  const { fieldError, rest } = useFieldErrors(reset.error, ['password'])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void reset.run()
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('users.reset.title', { name: user.name })}
      description={t('users.reset.description')}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={form} variant="primary" busy={reset.pending}>
            {t('users.reset.action')}
          </Button>
        </>
      }
    >
      <form id={form} method="post" onSubmit={submit} className="flex flex-col gap-4">
        <NewPasswordField
          label={t('users.password.next')}
          value={password}
          onChange={setPassword}
          username={user.username}
          error={fieldError('password')}
        />
        <ProblemNotice error={rest} />
      </form>
    </Dialog>
  )
}
