'use client'

import { useDeferredValue, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { DiffView } from '@/components/plan/diff/diff-view'
import { diffText } from '@/lib/rotation/content/diff'
import { textFromBytes } from '@/lib/rotation/content/text-bytes'

/** One of the two contents. `sha256` is null while it is worked out. */
export type Side = { name: string; bytes: Uint8Array; sha256: string | null }

/** What changes: line by line and word by word for texts, by size and hash for everything else. Follows typing at its own pace. */
export function ContentDifference({ before, after }: { before: Side; after: Side }) {
  const t = useTranslations('plan.content')
  const shown = useDeferredValue(after.bytes)
  const diff = useMemo(() => {
    const [old, wanted] = [textFromBytes(before.bytes), textFromBytes(shown)]
    if (!old || !wanted || old.hasMark !== wanted.hasMark) return null
    return diffText(old.text, wanted.text)
  }, [before.bytes, shown])

  if (diff) return <DiffView diff={diff} beforeName={before.name} afterName={after.name} />
  return (
    <dl className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4 text-sm">
      {[before, after].map(({ name, bytes, sha256 }) => (
        <div key={name}>
          <dt className="break-words font-medium">{name}</dt>
          <dd className="break-all text-muted">
            {t('sizeAndHash', { sizeBytes: bytes.length })} <code>{sha256 ?? '…'}</code>
          </dd>
        </div>
      ))}
    </dl>
  )
}
