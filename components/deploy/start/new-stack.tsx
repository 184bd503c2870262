'use client'

import { useTranslations } from 'use-intl'
import { emptyDraft } from '@/components/deploy/draft/draft'
import { isStackName } from '@/components/deploy/draft/stack-name'
import { StackEditor } from '@/components/deploy/stack-editor'
import { useDraftStore } from '@/components/deploy/use-draft-store'
import { linkTag } from '@/components/plan/link-tag'
import { TextField } from '@/components/ui/form/text-field'
import { useLive } from '@/lib/browser/use-live'
import { page } from '@/lib/paths/page'
import { DraftFound } from './draft-found'

/** A stack from nothing: its name, then its files. */
export function NewStack() {
  const { store, draft } = useDraftStore('', emptyDraft)
  return (
    <>
      <DraftFound store={store} onStartOver={() => store.replace(emptyDraft)} />
      <StackName name={draft.stack} onName={(stack) => store.change((now) => ({ ...now, stack }))} />
      <StackEditor store={store} draft={draft} />
    </>
  )
}

function StackName({ name, onName }: { name: string; onName: (name: string) => void }) {
  const t = useTranslations('deploy.name')
  const stacks = useLive('stacks', null).view
  const isTaken = stacks?.rows.some((row) => row.name === name && name !== '') ?? false
  return (
    <TextField
      label={t('label')}
      mono
      autoComplete="off"
      spellCheck={false}
      maxLength={61}
      placeholder="todo"
      value={name}
      onChange={(event) => onName(event.target.value.trim())}
      error={name !== '' && !isStackName(name) ? t('invalid') : undefined}
      hint={isTaken ? t.rich('taken', { name, link: linkTag(page.editStack(name)) }) : t('hint')}
      className="mb-6 max-w-form"
    />
  )
}
