'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useCodedText } from '@/lib/browser/use-coded-text'
import { usePlan } from '@/lib/browser/use-plan'
import type { OperationView } from '@/lib/contract/operations'
import type { PlannedMove } from '@/lib/contract/stack-files'
import { api } from '@/lib/paths/api'
import type { Plan } from '@/lib/plan/plan'
import { FileChanges } from './files/file-changes'
import { PlanReview } from './plan-review'
import { useApply } from './use-apply'

type Props = {
  operation: OperationView
  open: boolean
  onOpenChange: (open: boolean) => void
  onStarted?: (undo: OperationView) => void
}

/** The way back is a plan like any other: it is shown, then applied. */
export function UndoDialog({ operation, open, onOpenChange, onStarted }: Props) {
  const t = useTranslations('plan.undo')
  const say = useCodedText('titles')
  const planned = usePlan<PlannedMove>(open ? api.undoPlan(operation.id) : null, {})
  const undo = useApply(planned, (planDigest) => callApi('POST', api.undo(operation.id), { planDigest }))
  const apply = async () => {
    const started = await undo.run()
    if (!started) return
    onOpenChange(false)
    onStarted?.(started)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title', { title: say(operation.title.code, operation.title.params) })}
      description={t('description')}
      size="lg"
      footer={
        <>
          <Button variant="quiet" onClick={() => onOpenChange(false)}>
            {t('cancel')}
          </Button>
          <Button variant="primary" busy={undo.pending} disabled={!planned.digest} onClick={() => void apply()}>
            <UndoLabel plan={planned.plan} />
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ProblemNotice error={undo.error} />
        <PlanReview {...planned} hideTitle />
        <FileChanges changes={planned.answer?.stackFiles} isFolded />
      </div>
    </Dialog>
  )
}

/** Says what will be done: "Scale back to 1", "Put todo-list-config back in 2 services", "Put DB_PASSWORD back in 1 service". */
function UndoLabel({ plan }: { plan: Plan | null }) {
  const t = useTranslations('plan.undo')
  const steps = plan?.steps ?? []
  const [first] = steps
  if (first?.action === 'set-replicas') return t('scaleBack', { to: first.to })
  if (first?.action === 'replace-reference' || first?.action === 'move-reference')
    return t('putBack', { name: first.to.name, services: steps.length })
  if (first?.action === 'move-variable')
    return t('putBack', { name: first.isBack ? first.variable : first.fileVariable, services: steps.length })
  return t('apply')
}
