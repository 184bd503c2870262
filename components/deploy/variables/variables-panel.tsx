'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Draft } from '@/components/deploy/draft/draft'
import type { DraftStore } from '@/components/deploy/draft/draft-store'
import { withVariable } from '@/components/deploy/draft/edit-draft'
import { unusedVariables } from '@/components/deploy/draft/open-variables'
import { isSensitive } from '@/components/deploy/draft/sensitive'
import { takeVariables } from '@/components/deploy/draft/take-files'
import { FileButton } from '@/components/plan/value/file-button'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/page/section'
import type { StackVariable } from '@/lib/contract/deploy'
import { VariableRow } from './variable-row'

type Props = {
  store: DraftStore
  draft: Draft
  /** Null as long as nobody knows what the files name. */
  named: readonly StackVariable[] | null
  onShow: (file: string, line: number) => void
}

/** Every `${VARIABLE}` of the files with a place to type its value. Values come from here alone, never from the server. */
export function VariablesPanel({ store, draft, named, onShow }: Props) {
  const t = useTranslations('deploy.variables')
  const [taken, setTaken] = useState<string[] | null>(null)
  const unused = named === null ? [] : unusedVariables(draft, named)
  const upload = async (file: File) => setTaken(takeVariables(store, new Uint8Array(await file.arrayBuffer())))
  if (!named?.length && unused.length === 0) return null
  return (
    <Section
      title={t('title')}
      description={t('description')}
      actions={<FileButton label={t('upload')} onFile={(file) => void upload(file)} />}
    >
      <output className="block text-muted text-sm empty:hidden">{taken && t('taken', { count: taken.length })}</output>
      {named !== null && named.length > 0 && (
        <ul className="mt-1 divide-y divide-line rounded-lg border border-line bg-surface">
          {named.map((variable) => (
            <VariableRow
              key={variable.name}
              variable={variable}
              value={draft.variables[variable.name] ?? null}
              isSensitive={isSensitive(draft, variable.name)}
              onValue={(value) => store.change((now) => withVariable(now, variable.name, value))}
              onSensitive={(flag) =>
                store.change((now) => ({ ...now, sensitivity: { ...now.sensitivity, [variable.name]: flag } }))
              }
              onShow={onShow}
            />
          ))}
        </ul>
      )}
      {unused.length > 0 && (
        <p className="mt-2 flex flex-wrap items-center gap-x-2 text-muted text-sm">
          {t('unused', { names: unused.join(', '), count: unused.length })}
          <Button
            size="sm"
            variant="quiet"
            onClick={() =>
              store.change((now) => unused.reduce((changed, name) => withVariable(changed, name, null), now))
            }
          >
            {t('forget')}
          </Button>
        </p>
      )}
    </Section>
  )
}
