'use client'

import { UserPlus } from 'lucide-react'
import { type SubmitEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { NewPasswordField } from '@/components/ui/form/new-password-field'
import { Select } from '@/components/ui/form/select'
import { TextField } from '@/components/ui/form/text-field'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import { useFieldErrors } from '@/lib/browser/use-field-errors'
import type { Role, UserRow } from '@/lib/contract/session'
import { api } from '@/lib/paths/api'
import { isRole, useRoleOptions } from './use-role-options'

const nobody: { name: string; username: string; role: Role; password: string } = {
  name: '',
  username: '',
  role: 'viewer',
  password: '',
}

/** A button, and the form behind it. */
export function AddUser({ onAdded }: { onAdded: () => void }) {
  const t = useTranslations()
  const form = useId()
  const roles = useRoleOptions()
  const [isOpen, setIsOpen] = useState(false)
  const [user, setUser] = useState(nobody)
  const add = useAction(async () => {
    await callApi<UserRow>('POST', api.users(), user)
    setIsOpen(false)
    setUser(nobody)
    onAdded()
  })
  const { fieldError, rest } = useFieldErrors(add.error, ['name', 'username', 'role', 'password'])
  const change = (part: Partial<typeof nobody>) => setUser((last) => ({ ...last, ...part }))
  const close = () => {
    setIsOpen(false)
    setUser(nobody)
    add.reset()
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void add.run()
  }
  return (
    <>
      <Button variant="primary" icon={UserPlus} onClick={() => setIsOpen(true)}>
        {t('users.add.open')}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={(open) => (open ? setIsOpen(true) : close())}
        title={t('users.add.title')}
        description={t('users.add.description')}
        footer={
          <>
            <Button onClick={close}>{t('common.cancel')}</Button>
            <Button type="submit" form={form} variant="primary" busy={add.pending}>
              {user.name.trim() ? t('users.add.action', { name: user.name.trim() }) : t('users.add.actionEmpty')}
            </Button>
          </>
        }
      >
        <form id={form} method="post" onSubmit={submit} className="flex flex-col gap-4">
          <TextField
            label={t('users.profile.name')}
            value={user.name}
            onChange={(event) => change({ name: event.target.value })}
            error={fieldError('name')}
            autoComplete="off"
            required
          />
          <TextField
            label={t('users.profile.username')}
            value={user.username}
            onChange={(event) => change({ username: event.target.value })}
            error={fieldError('username')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <Select
            label={t('users.profile.role')}
            value={user.role}
            options={roles.options}
            hint={roles.hintOf(user.role)}
            error={fieldError('role')}
            onChange={(role) => isRole(role) && change({ role })}
          />
          <NewPasswordField
            label={t('ui.password.new')}
            value={user.password}
            onChange={(password) => change({ password })}
            username={user.username}
            error={fieldError('password')}
          />
          <ProblemNotice error={rest} />
        </form>
      </Dialog>
    </>
  )
}
