'use client'

import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { OperationProgress } from '@/components/plan/operation-progress'
import { PlanReview } from '@/components/plan/plan-review'
import { useApply } from '@/components/plan/use-apply'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useMay } from '@/lib/browser/current-user'
import { usePlan } from '@/lib/browser/use-plan'
import type { OperationView } from '@/lib/contract/operations'
import { api } from '@/lib/paths/api'

/** Puts a service back to the spec that it had before its last update, as `docker service rollback` does. */
export function RollBackService({ name, hasPreviousSpec }: { name: string; hasPreviousSpec: boolean }) {
  const t = useTranslations('services.rollBack')
  const mayDeploy = useMay('stack.deploy')
  const [isOpen, setIsOpen] = useState(false)
  const reason = mayDeploy ? !hasPreviousSpec && t('nothingBefore') : t('notAllowed')
  return (
    <>
      <Button icon={Undo2} disabledReason={reason} onClick={() => setIsOpen(true)}>
        {t('button')}
      </Button>
      {isOpen && <RollBackDialog name={name} onClose={() => setIsOpen(false)} />}
    </>
  )
}

function RollBackDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useTranslations('services.rollBack')
  const common = useTranslations('common')
  const [operation, setOperation] = useState<OperationView | null>(null)
  const planned = usePlan(operation ? null : api.rollBackServicePlan(name), {})
  const apply = useApply(planned, (planDigest) =>
    callApi<OperationView>('POST', api.rollBackService(name), { planDigest }),
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
      title={t('title', { name })}
      description={t('description')}
      footer={
        operation ? (
          <Button onClick={onClose}>{common('close')}</Button>
        ) : (
          <>
            <Button variant="quiet" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button variant="primary" busy={apply.pending} disabled={!planned.digest} onClick={() => void run()}>
              {t('apply', { name })}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <ProblemNotice error={apply.error} />
        {operation ? <OperationProgress operation={operation} /> : <PlanReview {...planned} hideTitle />}
      </div>
    </Dialog>
  )
}
