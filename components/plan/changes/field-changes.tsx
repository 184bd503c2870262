'use client'

import { useTranslations } from 'use-intl'
import { RevealButton } from '@/components/swarm/reveal-button'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { useRevealed } from '@/lib/browser/use-revealed'
import type { FieldChange } from '@/lib/plan/plan'

export type AskValues = {
  /** Another text means that the masked values may be others: what was shown is masked again. */
  about: string
  ask: () => Promise<FieldChange[]>
}

type Props<Change extends FieldChange> = {
  changes: readonly Change[]
  /** What stands at the end of a field's line: what can be done about it. */
  action?: (change: Change) => React.ReactNode
  /** Asks for the same with the values that are masked. Without it they stay masked. */
  askValues?: AskValues
}

/** Field by field what was and what will be, by the field's name in a Compose file. */
export function FieldChanges<Change extends FieldChange>({ changes, action, askValues }: Props<Change>) {
  const t = useTranslations('plan.changes')
  const revealed = useRevealed(askValues?.about ?? '', askValues?.ask ?? noValues)
  const values = new Map(revealed.values?.map((change) => [change.path, change]))
  const masked = changes.filter(({ isMasked }) => isMasked).length
  return (
    <>
      <ul aria-label={t('label')} className="flex flex-col divide-y divide-line text-sm">
        {changes.map((change) => (
          <li key={change.path} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-1 first:pt-0 last:pb-0">
            <code className="min-w-0 break-words text-muted">{change.path}</code>
            <Values change={values.get(change.path) ?? change} />
            {action && <span className="ml-auto flex flex-wrap gap-1">{action(change)}</span>}
          </li>
        ))}
      </ul>
      {askValues && masked > 0 && (
        <div className="mt-1.5 flex flex-col items-start gap-1.5">
          <RevealButton revealed={revealed} count={masked} />
          <ProblemNotice error={revealed.error} />
        </div>
      )}
    </>
  )
}

const noValues = async (): Promise<FieldChange[]> => []

function Values({ change: { before, after, isMasked, only } }: { change: FieldChange }) {
  const t = useTranslations('plan.changes')
  if (isMasked) return <span className="text-muted">{t(`masked.${only ?? 'both'}`)}</span>
  return (
    <span className="min-w-0 [overflow-wrap:anywhere]">
      <Value text={before} tag="del" none={t('none')} />
      <span className="mx-1.5 text-faint">
        <span aria-hidden>→</span>
        <span className="sr-only">{t('becomes')}</span>
      </span>
      <Value text={after} tag="ins" none={t('none')} />
    </span>
  )
}

const looks = {
  del: 'rounded-sm bg-failing-soft px-1 py-px no-underline',
  ins: 'rounded-sm bg-running-soft px-1 py-px no-underline',
}

function Value({ text, tag: Tag, none }: { text: string | null; tag: 'del' | 'ins'; none: string }) {
  if (text === null) return <span className="text-faint">{none}</span>
  return (
    <Tag className={looks[Tag]}>
      <code>{text === '' ? '""' : text}</code>
    </Tag>
  )
}
