'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { TextField } from '@/components/ui/form/text-field'
import { isAppError } from '@/lib/errors/app-error'

type Props = {
  /** What was typed; empty while the proposal is taken. */
  typed: string
  /** The free name that the plan proposes; empty before there is a plan. */
  proposed: string
  /** Of the plan: it tells what is wrong with the name. */
  error: unknown
  onChange: (name: string) => void
}

/** The successor's name: proposed in the family's own style, editable, checked by the plan. */
export function SuccessorName({ typed, proposed, error, onChange }: Props) {
  const t = useTranslations('rotation.name')
  // While somebody types, an empty field must not fill itself with the proposal.
  const [draft, setDraft] = useState<string | null>(null)
  const shown = draft ?? (typed || proposed)
  const problem = useNameProblem(error, shown)
  return (
    <TextField
      label={t('label')}
      hideLabel
      mono
      value={shown}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => {
        setDraft(event.target.value)
        onChange(event.target.value.trim())
      }}
      onBlur={() => setDraft(null)}
      hint={t(typed === '' ? 'proposed' : 'hint')}
      error={problem}
      className="max-w-form"
    />
  )
}

/** Whether a refusal of the plan is about the name, and is told at its field. */
export function isAboutName(error: unknown): boolean {
  if (!isAppError(error)) return false
  return error.code === 'name_taken' || (error.code === 'invalid_input' && mentionsName(error.params))
}

/** The reason as `fields` names it; what else may be wrong with a name is its pattern. */
function useNameProblem(error: unknown, shown: string): string | undefined {
  const t = useTranslations('rotation.name')
  const reason = useTranslations('fields')
  if (!isAppError(error) || !isAboutName(error)) return undefined
  // Another name may have been proposed since one was refused.
  if (error.code === 'name_taken') return error.params.name === shown.trim() ? t('taken') : undefined
  return reason(JSON.stringify(error.params).includes('name_too_long') ? 'name_too_long' : 'name_pattern')
}

function mentionsName({ field, fields }: Record<string, unknown>): boolean {
  return field === 'name' || (Array.isArray(fields) && fields.includes('name'))
}
