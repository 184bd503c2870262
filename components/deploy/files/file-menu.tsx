'use client'

import { ArrowLeft, ArrowRight, Ellipsis, FileX, Layers, Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { Draft } from '@/components/deploy/draft/draft'
import type { DraftStore } from '@/components/deploy/draft/draft-store'
import { withComposeMoved } from '@/components/deploy/draft/edit-draft'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'

type Props = { store: DraftStore; draft: Draft; name: string; onRename: () => void }

/** What can be done with the file that is open. */
export function FileMenu({ store, draft, name, onRename }: Props) {
  const t = useTranslations('deploy.files')
  const place = draft.composeFiles.indexOf(name)
  const isCompose = place >= 0
  const isOnlyCompose = isCompose && draft.composeFiles.length === 1
  const move = (by: -1 | 1) => store.change((now) => withComposeMoved(now, name, by))
  return (
    <Menu trigger={<IconButton size="sm" icon={Ellipsis} label={t('menu', { name })} />}>
      <MenuItem icon={Pencil} onSelect={onRename}>
        {t('renameMenu')}
      </MenuItem>
      {isCompose ? (
        <>
          <MenuItem icon={ArrowLeft} disabledReason={place === 0 && t('isFirst')} onSelect={() => move(-1)}>
            {t('earlier')}
          </MenuItem>
          <MenuItem
            icon={ArrowRight}
            disabledReason={place === draft.composeFiles.length - 1 && t('isLast')}
            onSelect={() => move(1)}
          >
            {t('later')}
          </MenuItem>
          <MenuItem
            icon={FileX}
            disabledReason={isOnlyCompose && t('isOnly')}
            onSelect={() => store.setCompose(name, false)}
          >
            {t('noCompose')}
          </MenuItem>
        </>
      ) : (
        <MenuItem icon={Layers} onSelect={() => store.setCompose(name, true)}>
          {t('asCompose')}
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem icon={Trash2} danger disabledReason={isOnlyCompose && t('isOnly')} onSelect={() => store.remove(name)}>
        {t('remove')}
      </MenuItem>
    </Menu>
  )
}
