'use client'

import { clsx } from 'clsx'
import { useCallback, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { TextEdit } from '@/lib/compose/finding'
import { ApplyForm } from './apply-form'
import { blockedBy } from './draft/blocked'
import { type Draft, fileOf, isBlank } from './draft/draft'
import type { DraftStore } from './draft/draft-store'
import { withEdits } from './draft/edit-draft'
import { FileArea } from './files/file-area'
import { tabNames } from './files/file-tabs'
import { FindingsList } from './files/findings-list'
import { PlanPanel } from './plan/plan-panel'
import { useDeployPlan } from './use-deploy-plan'
import { VariablesPanel } from './variables/variables-panel'

type Props = { store: DraftStore; draft: Draft; canAdopt?: boolean }

/** The files at the left, with what there is to say of them; at the right what deploying them would do, as one types. */
export function StackEditor({ store, draft, canAdopt }: Props) {
  const t = useTranslations('plan')
  const planned = useDeployPlan(store, draft)
  const { answer, pending } = planned
  const { open, goTo, setOpen, show } = useOpenFile(draft)
  const edit = useCallback((edits: readonly TextEdit[]) => store.change((now) => withEdits(now, edits)), [store])
  const showLine = (file: string, line: number) => show(file, offsetOfLine(draft, file, line))
  const blocked = blockedBy(draft, planned)
  const said = isBlank(draft) ? null : answer
  return (
    <div className="grid items-start gap-x-6 gap-y-6 xl:grid-cols-[minmax(0,1fr)_minmax(24rem,29rem)]">
      <div className="flex min-w-0 flex-col gap-6">
        <FileArea store={store} draft={draft} answer={said} open={open} goTo={goTo} onOpen={setOpen} onEdit={edit} />
        <FindingsList findings={said?.findings ?? []} isOld={pending} onShow={show} onEdit={edit} />
        <div className="empty:hidden">
          <VariablesPanel store={store} draft={draft} named={said?.variables ?? null} onShow={showLine} />
        </div>
      </div>
      <aside
        aria-label={t('label')}
        className={clsx(
          'flex min-w-0 flex-col rounded-lg border border-line bg-surface',
          'xl:sticky xl:top-[calc(var(--spacing-top-bar)+1rem)] xl:max-h-[calc(100dvh-var(--spacing-top-bar)-2rem)]',
        )}
      >
        <div className="min-h-0 flex-1 overflow-y-auto p-4">
          <PlanPanel
            planned={planned}
            blocked={blocked}
            options={draft.options}
            onOptions={(options) => store.change((now) => ({ ...now, options }))}
            onShow={showLine}
            onEdit={edit}
            valuesOf={planned.valuesOf}
          />
        </div>
        <div className="border-line border-t p-4">
          <ApplyForm store={store} draft={draft} planned={planned} blocked={blocked} canAdopt={canAdopt} />
        </div>
      </aside>
    </div>
  )
}

/** Which file is open, and the place in it that somebody asked to see. */
function useOpenFile(draft: Draft) {
  const [asked, setAsked] = useState<{ file: string; start: number | null }>({ file: '', start: null })
  const open = fileOf(draft, asked.file) ? asked.file : (tabNames(draft)[0] ?? '')
  const goTo = useMemo(() => (asked.start === null ? null : { start: asked.start }), [asked])
  return {
    open,
    goTo,
    setOpen: (file: string) => setAsked({ file, start: null }),
    show: (file: string, start: number) => setAsked({ file, start }),
  }
}

function offsetOfLine(draft: Draft, name: string, line: number): number {
  const body = fileOf(draft, name)?.body
  if (body?.kind !== 'text') return 0
  const before = body.text.split('\n').slice(0, line - 1)
  return before.reduce((offset, text) => offset + text.length + 1, 0)
}
