'use client'

import { useTranslations } from 'use-intl'
import { OperationStateBadge } from '@/components/plan/operation-state'
import { useSummaryText } from '@/components/plan/use-summary-text'
import { Link } from '@/components/ui/link'
import type { OperationView } from '@/lib/contract/operations'
import { page } from '@/lib/paths/page'

type Props = {
  name: string
  operationId: string /** Null until the stream has brought it. */
  operation: OperationView | null
}

/** One rotation that has begun, and how far it is. */
export function StartedRow({ name, operationId, operation }: Props) {
  const t = useTranslations('oneClick')
  const summary = useSummaryText()
  return (
    <div className="flex flex-col gap-0.5">
      <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <Link href={page.operation(operationId)} tone="name" className="min-w-0 break-words">
          {t('started', { name, successor: String(operation?.title.params.successor ?? '…') })}
        </Link>
        {operation && <OperationStateBadge state={operation.state} />}
      </p>
      {operation && (
        <p aria-live="polite" className="text-muted text-sm">
          {summary(operation)}
        </p>
      )}
    </div>
  )
}
