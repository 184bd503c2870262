'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { OperationStateBadge } from '@/components/plan/operation-state'
import { UndoDialog } from '@/components/plan/undo-dialog'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { useMay } from '@/lib/browser/current-user'
import { useCodedText } from '@/lib/browser/use-coded-text'
import { useLive } from '@/lib/browser/use-live'
import type { OperationView } from '@/lib/contract/operations'
import { page } from '@/lib/paths/page'

type Props = { operation: OperationView; onUndone: () => void }

/** An answer as it is written to the objects, with the way back. */
export function NotedAnswer({ operation: known, onUndone }: Props) {
  const t = useTranslations('families.doubts')
  const say = useCodedText('titles')
  const mayUndo = useMay('operation.undo')
  const [isUndoing, setIsUndoing] = useState(false)
  const { view } = useLive(`operation:${known.id}`, null)
  const operation = view?.document ?? known
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <OperationStateBadge state={operation.state} />
      <Link href={page.operation(operation.id)} tone="name" className="min-w-0 break-words">
        {say(operation.title.code, operation.title.params)}
      </Link>
      {operation.choices.includes('undo') && mayUndo && (
        <Button size="sm" variant="quiet" onClick={() => setIsUndoing(true)}>
          {t('undo')}
        </Button>
      )}
      <UndoDialog operation={operation} open={isUndoing} onOpenChange={setIsUndoing} onStarted={onUndone} />
    </div>
  )
}
