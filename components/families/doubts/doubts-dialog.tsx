'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { FamilyDoubt } from '@/lib/rotation/family-doubts'
import { DoubtQuestion } from './doubt-question'
import { doubtKey } from './use-doubts'

type Props = {
  /** As they were when the dialog was opened: an answered one stays, so that it can be taken back. */
  doubts: readonly FamilyDoubt[]
  rows: readonly { name: string; family: string; versions: readonly string[] }[]
  onClose: () => void
}

/** One question for each pair of objects. The answer is kept on the objects themselves, where it outlives Skep. */
export function DoubtsDialog({ doubts, rows, onClose }: Props) {
  const t = useTranslations('families.doubts')
  const common = useTranslations('common')
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('title')}
      description={t('description')}
      footer={<Button onClick={onClose}>{common('close')}</Button>}
    >
      <ul className="divide-y divide-line">
        {doubts.map((doubt) => (
          <li key={doubtKey(doubt)} className="py-4 first:pt-0 last:pb-0">
            <DoubtQuestion doubt={doubt} rows={rows} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
