'use client'

import { useTranslations } from 'use-intl'
import type { FieldChange } from '@/lib/plan/plan'

type Props = {
  changes: readonly FieldChange[]
  /** What stands at the end of a field's line: what can be done about it. */
  action?: (change: FieldChange) => React.ReactNode
}

/** Field by field what was and what will be, by the field's name in a Compose file. */
export function FieldChanges({ changes, action }: Props) {
  const t = useTranslations('plan.changes')
  return (
    <ul aria-label={t('label')} className="flex flex-col divide-y divide-line text-sm">
      {changes.map((change) => (
        <li key={change.path} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-1 first:pt-0 last:pb-0">
          <code className="min-w-0 break-words text-muted">{change.path}</code>
          <Values change={change} />
          {action && <span className="ml-auto flex gap-1">{action(change)}</span>}
        </li>
      ))}
    </ul>
  )
}

function Values({ change: { before, after, isMasked } }: { change: FieldChange }) {
  const t = useTranslations('plan.changes')
  if (isMasked) return <span className="text-muted">{t('masked')}</span>
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
