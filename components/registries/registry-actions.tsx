'use client'

import { Ellipsis } from 'lucide-react'
import { type ComponentType, useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import type { RegistryRow } from '@/lib/contract/registries'
import { CheckLogin, type RegistryDialogProps } from './check-login'
import { RemoveRegistry } from './remove-registry'
import { ReplaceRegistry } from './replace-registry'

/** What an admin can do about the credentials for one registry. */
export function RegistryActions({ registry, onChanged }: { registry: RegistryRow; onChanged: () => void }) {
  const t = useTranslations('registries')
  const [Opened, setOpened] = useState<ComponentType<RegistryDialogProps> | null>(null)
  const open = (dialog: ComponentType<RegistryDialogProps>) => setOpened(() => dialog)
  return (
    <>
      <Menu trigger={<IconButton size="sm" icon={Ellipsis} label={t('list.actions', { host: registry.host })} />}>
        <MenuItem onSelect={() => open(CheckLogin)}>{t('login.open')}</MenuItem>
        <MenuItem onSelect={() => open(ReplaceRegistry)}>{t('replace.open')}</MenuItem>
        <MenuSeparator />
        <MenuItem danger onSelect={() => open(RemoveRegistry)}>
          {t('remove.open')}
        </MenuItem>
      </Menu>
      {Opened && <Opened registry={registry} onClose={() => setOpened(null)} onChanged={onChanged} />}
    </>
  )
}
