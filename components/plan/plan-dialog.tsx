'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { usePlan } from '@/lib/browser/use-plan'
import type { OperationView } from '@/lib/contract/operations'
import type { PlannedMove } from '@/lib/contract/stack-files'
import type { Plan, PlannedChange } from '@/lib/plan/plan'
import { FileChanges } from './files/file-changes'
import { OperationProgress } from './operation-progress'
import { PlanReview } from './plan-review'
import { useApply } from './use-apply'

type Props = {
  title: string
  description: string
  /** What the button does, in words. */
  action: string
  /** Where the plan is asked for and where it is applied, with the same request. */
  path: { plan: string; apply: string }
  request: Record<string, unknown>
  onClose: () => void
  /** More about the plan than its steps say. */
  details?: (plan: Plan) => React.ReactNode
}

/** A change of one thing from beginning to end: its plan, then how it goes. */
export function PlanDialog({ title, description, action, path, request, onClose, details }: Props) {
  const t = useTranslations('common')
  const [operation, setOperation] = useState<OperationView | null>(null)
  const planned = usePlan<PlannedChange & Partial<PlannedMove>>(operation ? null : path.plan, request)
  const apply = useApply(planned, (planDigest) =>
    callApi<OperationView>('POST', path.apply, { ...request, planDigest }),
  )
  const run = async () => {
    const started = await apply.run()
    if (started) setOperation(started)
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="lg"
      title={title}
      description={description}
      footer={
        operation ? (
          <Button onClick={onClose}>{t('close')}</Button>
        ) : (
          <>
            <Button variant="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button variant="primary" busy={apply.pending} disabled={!planned.digest} onClick={() => void run()}>
              {action}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <ProblemNotice error={apply.error} />
        {operation ? <OperationProgress operation={operation} /> : <PlanReview {...planned} hideTitle />}
        {!operation && <FileChanges changes={planned.answer?.stackFiles} />}
        {!operation && planned.plan && details?.(planned.plan)}
      </div>
    </Dialog>
  )
}
