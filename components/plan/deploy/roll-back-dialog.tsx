'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useApply } from '@/components/plan/use-apply'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/form/text-field'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { usePlan } from '@/lib/browser/use-plan'
import type { PlannedDeploy } from '@/lib/contract/deploy'
import type { OperationView } from '@/lib/contract/operations'
import { api } from '@/lib/paths/api'
import { page } from '@/lib/paths/page'
import { DeployReview } from './deploy-review'
import { useCountsText } from './use-counts-text'

type Props = { stack: string; number: number; onClose: () => void }

/** Brings the whole stack back to a revision: a plan like any other, shown and then applied. */
export function RollBackDialog({ stack, number, onClose }: Props) {
  const t = useTranslations('revisions.rollBack')
  const common = useTranslations('common')
  const router = useRouter()
  const counts = useCountsText()
  const [reason, setReason] = useState('')
  const planned = usePlan<PlannedDeploy>(api.rollBackStackPlan(stack, number), {})
  const { answer } = planned
  const apply = useApply(planned, (planDigest) =>
    callApi<OperationView>('POST', api.revision(stack, number), { planDigest, reason: reason.trim() }),
  )
  const run = async () => {
    const operation = await apply.run()
    if (operation) router.push(page.operation(operation.id))
  }
  const isReady = answer !== null && answer.problems.length === 0 && answer.plan.steps.length > 0
  const blocked = answer && answer.problems.length > 0 ? t('problems') : answer && !isReady && t('nothing')
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="lg"
      title={t('title', { stack, number })}
      description={t('description')}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button
            variant="primary"
            busy={apply.pending}
            disabled={!planned.digest}
            disabledReason={blocked}
            onClick={() => void run()}
          >
            {answer && isReady ? t('apply', { what: counts(answer) }) : t('applyBare', { number })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <ProblemNotice error={apply.error} />
        <DeployReview planned={planned} />
        <TextField
          label={t('reason')}
          maxLength={500}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Dialog>
  )
}
