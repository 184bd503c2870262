'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import type { ConfigRow, DataObjectKind, SecretRow } from '@/lib/contract/data-objects'
import type { FamilyDoubt } from '@/lib/rotation/family-doubts'
import { objectsInDoubt } from './answer-of'
import { DoubtsDialog } from './doubts-dialog'
import { useDoubts } from './use-doubts'

type Props = { kind: DataObjectKind; rows: readonly (ConfigRow | SecretRow)[] }

/** Where names do not tell whether objects are versions of one thing: a person says it once. Nothing while all is clear. */
export function DoubtsNotice({ kind, rows }: Props) {
  const t = useTranslations('families.doubts')
  const { doubts, reload } = useDoubts(kind, stateOf(rows))
  const [asked, setAsked] = useState<readonly FamilyDoubt[] | null>(null)
  const close = () => {
    setAsked(null)
    void reload()
  }
  return (
    <>
      {doubts.length > 0 && (
        <p className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
          {t('notice', { count: objectsInDoubt(doubts), kind })}
          <Button size="sm" onClick={() => setAsked(doubts)}>
            {t('look')}
          </Button>
        </p>
      )}
      {asked && <DoubtsDialog doubts={asked} rows={rows} onClose={close} />}
    </>
  )
}

/** Doubts arise when objects come, when their labels change, and when a service that had one has another now. */
function stateOf(rows: Props['rows']): string {
  const last = Math.max(0, ...rows.map((row) => row.updatedAt))
  const previous = rows.flatMap((row) => row.usedBy.filter((usage) => usage.by === 'previous'))
  return `${rows.length} ${last} ${previous.length}`
}
