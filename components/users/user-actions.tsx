'use client'

import { Ellipsis } from 'lucide-react'
import { type ComponentType, useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { showToast } from '@/components/ui/toast'
import { callApi } from '@/lib/browser/call-api'
import { useCurrentUser } from '@/lib/browser/current-user'
import type { UserRow } from '@/lib/contract/session'
import { api } from '@/lib/paths/api'
import { EditUser, type UserDialogProps } from './edit-user'
import { RemoveUser } from './remove-user'
import { ResetPassword } from './reset-password'

/** What an admin can do about one user. */
export function UserActions({ user, onChanged }: { user: UserRow; onChanged: () => void }) {
  const t = useTranslations('users')
  const isSelf = useCurrentUser().id === user.id
  const [Opened, setOpened] = useState<ComponentType<UserDialogProps> | null>(null)
  const open = (dialog: ComponentType<UserDialogProps>) => setOpened(() => dialog)
  const setDisabled = useSetDisabled(user, onChanged)
  return (
    <>
      <Menu trigger={<IconButton size="sm" icon={Ellipsis} label={t('list.actions', { name: user.name })} />}>
        <MenuItem onSelect={() => open(EditUser)}>{t('edit.open')}</MenuItem>
        <MenuItem onSelect={() => open(ResetPassword)}>{t('reset.open')}</MenuItem>
        <MenuItem disabledReason={isSelf && t('disable.self')} onSelect={() => void setDisabled(!user.isDisabled)}>
          {user.isDisabled ? t('disable.enable') : t('disable.disable')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem danger disabledReason={isSelf && t('disable.self')} onSelect={() => open(RemoveUser)}>
          {t('remove.open')}
        </MenuItem>
      </Menu>
      {Opened && <Opened user={user} onClose={() => setOpened(null)} onChanged={onChanged} />}
    </>
  )
}

/** Needs no "are you sure?": the toast offers the way back. */
function useSetDisabled(user: UserRow, onChanged: () => void) {
  const t = useTranslations('users.disable')
  const { name } = user
  return async function setDisabled(isDisabled: boolean): Promise<void> {
    try {
      await callApi<UserRow>('PATCH', api.user(user.id), { isDisabled })
      onChanged()
      showToast({
        title: isDisabled ? t('disabled', { name }) : t('enabled', { name }),
        action: { label: t('undo'), run: () => void setDisabled(!isDisabled) },
      })
    } catch {
      showToast({ tone: 'failing', title: t('failed', { name }) })
    }
  }
}
