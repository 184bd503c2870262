'use client'

import { BookOpen, FileUp, FolderUp } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { firstFileName } from '@/components/deploy/draft/draft'
import type { DraftStore } from '@/components/deploy/draft/draft-store'
import { withText } from '@/components/deploy/draft/edit-draft'
import { Button } from '@/components/ui/button'
import { usePickers } from './add-files'
import { exampleStack } from './example-stack'
import type { FilesRead } from './read-files'

/** Ways to begin, while there is nothing yet. */
export function Beginnings({ store, onFiles }: { store: DraftStore; onFiles: (read: FilesRead) => void }) {
  const t = useTranslations('deploy.beginnings')
  const { choose, inputs } = usePickers(onFiles)
  const takeExample = () =>
    store.change((now) => {
      const file = now.composeFiles[0] ?? firstFileName
      const named = { ...now, stack: now.stack || 'example', composeFiles: [file] }
      return withText(named, file, exampleStack)
    })
  return (
    <div className="mt-3">
      <p className="max-w-prose text-muted">{t('text')}</p>
      <div className="mt-2.5 flex flex-wrap gap-2">
        <Button icon={FileUp} onClick={choose.files}>
          {t('files')}
        </Button>
        <Button icon={FolderUp} onClick={choose.folder}>
          {t('folder')}
        </Button>
        <Button icon={BookOpen} onClick={takeExample}>
          {t('example')}
        </Button>
      </div>
      {inputs}
    </div>
  )
}
