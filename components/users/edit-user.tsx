'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Select } from '@/components/ui/form/select'
import { TextField } from '@/components/ui/form/text-field'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import { useFieldErrors } from '@/lib/browser/use-field-errors'
import type { UserRow } from '@/lib/contract/session'
import { api } from '@/lib/paths/api'
import { isRole, useRoleOptions } from './use-role-options'

export type UserDialogProps = { user: UserRow; onClose: () => void; onChanged: () => void }

/** Changes somebody's name and role. It holds at once, in pages that are open too. */
export function EditUser({ user, onClose, onChanged }: UserDialogProps) {
  const t = useTranslations()
  const roles = useRoleOptions()
  const [name, setName] = useState(user.name)
  const [role, setRole] = useState(user.role)
  const save = useAction(async () => {
    await callApi<UserRow>('PATCH', api.user(user.id), { name, role })
    onChanged()
    onClose()
  })
  const { fieldError, rest } = useFieldErrors(save.error, ['name', 'role'])
  const isUnchanged = name.trim() === user.name && role === user.role
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('users.edit.title', { name: user.name })}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            busy={save.pending}
            disabledReason={isUnchanged && t('users.edit.unchanged')}
            onClick={() => void save.run()}
          >
            {t('users.edit.action')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField
          label={t('users.profile.name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={fieldError('name')}
          autoComplete="off"
        />
        <Select
          label={t('users.profile.role')}
          value={role}
          options={roles.options}
          hint={roles.hintOf(role)}
          error={fieldError('role')}
          onChange={(next) => isRole(next) && setRole(next)}
        />
        <ProblemNotice error={rest} />
      </div>
    </Dialog>
  )
}
