'use client'

import { useTranslations } from 'use-intl'
import { StateShape } from '@/components/ui/state-shape'
import { useCodedText } from '@/lib/browser/use-coded-text'
import type { PlanNote } from '@/lib/plan/plan'

/** What a person should know before applying a plan, the gravest first. */
export function PlanNotes({ notes }: { notes: readonly PlanNote[] }) {
  const t = useTranslations('plan')
  const say = useCodedText('notes')
  if (notes.length === 0) return null
  return (
    <ul aria-label={t('notes')} className="flex flex-col gap-1.5 text-sm">
      {notes.map((note) => (
        <li key={`${note.code} ${String(note.params?.service ?? '')}`} className="flex max-w-prose items-start gap-2">
          <StateShape tone="attention" className="mt-1.25" />
          <span className="min-w-0 break-words">{say(note.code, note.params)}</span>
        </li>
      ))}
    </ul>
  )
}
