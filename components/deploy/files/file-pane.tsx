'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { type Draft, type DraftFile, isCompose, isOpenFile } from '@/components/deploy/draft/draft'
import type { DraftStore } from '@/components/deploy/draft/draft-store'
import { withText } from '@/components/deploy/draft/edit-draft'
import { marksOf } from '@/components/deploy/editor/marks'
import { StackFileEditor } from '@/components/deploy/editor/stack-file-editor'
import type { Suggestion } from '@/components/deploy/editor/suggestion'
import { useSwarmNames } from '@/components/deploy/editor/use-swarm-names'
import type { EditorLanguage } from '@/components/ui/editor/create-editor'
import type { TextEdit } from '@/lib/compose/finding'
import type { PlannedDeploy } from '@/lib/contract/deploy'
import { HeldFile } from './held-file'
import { useFindingText } from './use-finding-text'

type Props = {
  store: DraftStore
  draft: Draft
  file: DraftFile
  answer: PlannedDeploy | null
  goTo: { start: number } | null
  onEdit: (edits: readonly TextEdit[]) => void
}

/** The file that is open: an editor for what may be edited, and what there is to say of everything else. */
export function FilePane({ store, draft, file, answer, goTo, onEdit }: Props) {
  const t = useTranslations('deploy')
  const say = useFindingText()
  const names = useSwarmNames()
  const { name, body } = file
  const findings = answer?.findings
  const correct = t('findings.correct')
  const marks = useMemo(
    () => marksOf(findings ?? [], name, { say, correct }, onEdit),
    [findings, name, say, correct, onEdit],
  )
  if (body.kind !== 'text') {
    const use = draft.secretFiles.includes(name) ? 'secret' : isOpenFile(draft, name) ? 'asked' : 'unused'
    return <HeldFile store={store} file={file} use={use} />
  }
  const around = {
    names,
    otherTexts: textsBeside(draft, name),
    variables: (answer?.variables ?? []).map((variable) => variable.name),
  }
  const describe = ({ kind, declares }: Suggestion) =>
    declares ? t('suggest.declared') : kind === 'key' || kind === 'value' ? undefined : t(`suggest.${kind}`)
  return (
    <StackFileEditor
      key={name}
      label={t('files.editor', { name })}
      text={body.text}
      language={languageOf(name)}
      marks={marks}
      goTo={goTo}
      around={isCompose(draft, name) ? around : null}
      describe={describe}
      onChange={(text) => store.change((now) => withText(now, name, text))}
    />
  )
}

function textsBeside({ files, composeFiles }: Draft, name: string): string[] {
  return files.flatMap(({ name: other, body }) =>
    other !== name && composeFiles.includes(other) && body.kind === 'text' ? [body.text] : [],
  )
}

function languageOf(name: string): EditorLanguage {
  if (/\.ya?ml$/i.test(name)) return 'yaml'
  if (/\.json$/i.test(name)) return 'json'
  return /\.xml$/i.test(name) ? 'xml' : 'text'
}
