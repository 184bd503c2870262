'use client'

import { FilePlus, FileUp, FolderUp, Plus } from 'lucide-react'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { type FilesRead, readChosen } from './read-files'

type Props = { onFiles: (read: FilesRead) => void; onNew: () => void }

/** More files for the stack: a new one, or some of this computer. */
export function AddFiles({ onFiles, onNew }: Props) {
  const t = useTranslations('deploy.files')
  const { choose, inputs } = usePickers(onFiles)
  return (
    <>
      <Menu
        align="start"
        trigger={
          <Button size="sm" variant="quiet" icon={Plus}>
            {t('add')}
          </Button>
        }
      >
        <MenuItem icon={FilePlus} onSelect={onNew}>
          {t('new')}
        </MenuItem>
        <MenuItem icon={FileUp} onSelect={choose.files}>
          {t('chooseFiles')}
        </MenuItem>
        <MenuItem icon={FolderUp} onSelect={choose.folder}>
          {t('chooseFolder')}
        </MenuItem>
      </Menu>
      {inputs}
    </>
  )
}

/** The browser's own pickers, one for files and one for a folder. `inputs` has to be drawn somewhere. */
export function usePickers(onFiles: (read: FilesRead) => void) {
  const t = useTranslations('deploy.files')
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const take = async (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])]
    // So that the same file can be chosen again, after it was changed.
    input.value = ''
    if (chosen.length > 0) onFiles(await readChosen(chosen))
  }
  const common = {
    type: 'file',
    hidden: true,
    multiple: true,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => void take(event.target),
  }
  return {
    choose: { files: () => files.current?.click(), folder: () => folder.current?.click() },
    inputs: (
      <>
        <input {...common} ref={files} aria-label={t('chooseFiles')} />
        <input {...common} ref={folder} aria-label={t('chooseFolder')} {...{ webkitdirectory: '' }} />
      </>
    ),
  }
}
