'use client'

import { clsx } from 'clsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { absentFiles } from '@/components/deploy/draft/deploy-request'
import { type Draft, fileOf, isBlank } from '@/components/deploy/draft/draft'
import type { DraftStore } from '@/components/deploy/draft/draft-store'
import { stackNameFrom } from '@/components/deploy/draft/stack-name'
import { type Taken, takeFiles } from '@/components/deploy/draft/take-files'
import type { TextEdit } from '@/lib/compose/finding'
import type { PlannedDeploy } from '@/lib/contract/deploy'
import { AddFiles } from './add-files'
import { Beginnings } from './beginnings'
import { FileMenu } from './file-menu'
import { FilePane } from './file-pane'
import { FileTabs } from './file-tabs'
import { NameDialog } from './name-dialog'
import { errorsByFile } from './order-findings'
import type { FilesRead } from './read-files'
import { useFilesDrop } from './use-files-drop'

type Props = {
  store: DraftStore
  draft: Draft
  answer: PlannedDeploy | null
  open: string
  goTo: { start: number } | null
  onOpen: (name: string) => void
  onEdit: (edits: readonly TextEdit[]) => void
}

/** The files of the stack: tabs, the open one, and all ways in which more of them come in. */
export function FileArea({ store, draft, answer, open, goTo, onOpen, onEdit }: Props) {
  const t = useTranslations('deploy.files')
  const [naming, setNaming] = useState<{ name: string | null } | null>(null)
  const [taken, setTaken] = useState<(Taken & Omit<FilesRead, 'files'>) | null>(null)
  const file = fileOf(draft, open)

  const take = ({ files, ...rest }: FilesRead) => {
    const suggested = stackNameFrom(files[0]?.path ?? '')
    const result = takeFiles(store, files)
    store.change((now) => (now.stack === '' && suggested ? { ...now, stack: suggested } : now))
    setTaken({ ...result, ...rest })
    const first = result.composeFiles[0] ?? result.otherFiles[0]
    if (first) onOpen(first)
  }
  const name = (typed: string, isCompose: boolean) => {
    const newName = typed.replace(/^(\.\/)+/, '')
    if (naming?.name != null) store.rename(naming.name, newName)
    else {
      store.hold(newName, new Uint8Array())
      if (isCompose) store.setCompose(newName, true)
    }
    onOpen(newName)
    setNaming(null)
  }
  const isOver = useFilesDrop(take)

  return (
    <div className={clsx('min-w-0 rounded-lg', isOver && 'outline-2 outline-focus outline-offset-4')}>
      <FileTabs
        draft={draft}
        open={open}
        onOpen={onOpen}
        errors={errorsByFile(answer?.findings ?? [])}
        missing={absentFiles(draft, answer?.objects ?? [])}
        end={
          <>
            <AddFiles onFiles={take} onNew={() => setNaming({ name: null })} />
            {file && <FileMenu store={store} draft={draft} name={open} onRename={() => setNaming({ name: open })} />}
          </>
        }
      >
        {file && <FilePane store={store} draft={draft} file={file} answer={answer} goTo={goTo} onEdit={onEdit} />}
      </FileTabs>
      {isBlank(draft) ? <Beginnings store={store} onFiles={take} /> : <TakenLine taken={taken} />}
      {naming && (
        <NameDialog
          name={naming.name}
          taken={draft.files.map((one) => one.name)}
          onClose={() => setNaming(null)}
          onName={name}
        />
      )}
      <p aria-live="polite" className="sr-only">
        {isOver && t('drop')}
      </p>
    </div>
  )
}

/** What came in with the last files, and what did not. */
function TakenLine({ taken }: { taken: (Taken & Omit<FilesRead, 'files'>) | null }) {
  const t = useTranslations('deploy.files')
  if (!taken) return <p className="mt-1.5 text-muted text-sm">{t('kept')}</p>
  const { composeFiles, otherFiles, variables, tooLarge, isCutOff } = taken
  return (
    <output className="mt-1.5 block text-muted text-sm">
      {t('takenIn', { compose: composeFiles.length, others: otherFiles.length, variables: variables.length })}
      {tooLarge.length > 0 && ` ${t('tooLarge', { names: tooLarge.slice(0, 5).join(', '), count: tooLarge.length })}`}
      {isCutOff && ` ${t('cutOff')}`}
    </output>
  )
}
