'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { FamilyDoubt } from '@/lib/rotation/family-doubts'
import { objectsInDoubt } from './answer-of'
import { DoubtsDialog } from './doubts-dialog'
import { useDoubts } from './use-doubts'

type Props = { kind: DataObjectKind; rows: readonly { name: string; family: string; versions: readonly string[] }[] }

/** Where names do not tell whether objects are versions of one thing: a person says it once. Nothing while all is clear. */
export function DoubtsNotice({ kind, rows }: Props) {
  const t = useTranslations('families.doubts')
  const { doubts, reload } = useDoubts(kind, rows.map((row) => row.name).join())
  const [asked, setAsked] = useState<readonly FamilyDoubt[] | null>(null)
  const close = () => {
    setAsked(null)
    void reload()
  }
  if (asked) return <DoubtsDialog doubts={asked} rows={rows} onClose={close} />
  if (doubts.length === 0) return null
  return (
    <p className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
      {t('notice', { count: objectsInDoubt(doubts), kind })}
      <Button size="sm" onClick={() => setAsked(doubts)}>
        {t('look')}
      </Button>
    </p>
  )
}
