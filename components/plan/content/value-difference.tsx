'use client'

import { useTranslations } from 'use-intl'
import { DiffNames } from '@/components/plan/diff/diff-names'
import type { ValueChange } from '@/lib/rotation/content/diff-values'

/** Nobody reads further; the text has all of them. */
const mostChanges = 500

type Props = { changes: readonly ValueChange[]; beforeName: string; afterName: string }

/** What differs between two JSON texts, value by value: the path, what was there, and what is there now. */
export function ValueDifference({ changes, beforeName, afterName }: Props) {
  const t = useTranslations('plan.content')
  if (changes.length === 0) return <p className="text-muted">{t('sameValues')}</p>
  return (
    <>
      <p className="mb-2 flex flex-wrap gap-x-4 text-muted text-sm">
        <DiffNames before={beforeName} after={afterName} />
        <span>{t('values', { count: changes.length })}</span>
      </p>
      <dl
        aria-label={t('values', { count: changes.length })}
        className="divide-y divide-line rounded-lg border border-line bg-surface font-mono text-sm"
      >
        {changes.slice(0, mostChanges).map(({ path, before, after }) => (
          <div
            key={`${path} ${before} ${after}`}
            className="grid gap-x-4 gap-y-1 px-3 py-2 md:grid-cols-[minmax(0,16rem)_1fr_1fr]"
          >
            <dt className="break-all">{path}</dt>
            <dd className="min-w-0">
              <Value text={before} label={t('before')} as="del" />
            </dd>
            <dd className="min-w-0">
              <Value text={after} label={t('after')} as="ins" />
            </dd>
          </div>
        ))}
      </dl>
      {changes.length > mostChanges && (
        <p className="mt-2 text-muted text-sm">{t('moreValues', { count: changes.length - mostChanges })}</p>
      )}
    </>
  )
}

function Value({ text, label, as: Tag }: { text: string | null; label: string; as: 'del' | 'ins' }) {
  const t = useTranslations('plan.content')
  if (text === null) return <span className="font-sans text-faint">{t('noValue')}</span>
  const ground = Tag === 'del' ? 'bg-failing-soft' : 'bg-running-soft'
  return (
    <>
      <span className="sr-only">{label} </span>
      <Tag className={`whitespace-pre-wrap break-all rounded-sm px-1 no-underline ${ground}`}>{text}</Tag>
    </>
  )
}
