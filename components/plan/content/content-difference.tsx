'use client'

import { useDeferredValue, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { DiffView } from '@/components/plan/diff/diff-view'
import { diffText } from '@/lib/rotation/content/diff'
import { textFromBytes } from '@/lib/rotation/content/text-bytes'

type Props = {
  presentName: string
  present: Uint8Array
  presentSha256: string
  newName: string
  bytes: Uint8Array
  /** From the plan; null while it is worked out. */
  newSha256: string | null
}

/** What changes: line by line for texts, by size and hash for everything else. Follows the typing at its own pace. */
export function ContentDifference({ presentName, present, presentSha256, newName, bytes, newSha256 }: Props) {
  const t = useTranslations('rotation.content')
  const shown = useDeferredValue(bytes)
  const diff = useMemo(() => {
    const [before, after] = [textFromBytes(present), textFromBytes(shown)]
    if (!before || !after || before.hasMark !== after.hasMark) return null
    return diffText(before.text, after.text)
  }, [present, shown])

  if (diff) return <DiffView diff={diff} beforeName={presentName} afterName={newName} />
  return (
    <p className="break-all text-muted text-sm">
      {t('binaryChange', {
        before: present.length,
        beforeHash: presentSha256,
        after: bytes.length,
        afterHash: newSha256 ?? '…',
      })}
    </p>
  )
}
