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
import type { FieldChange } from '@/lib/plan/plan'
import { DeployReview } from './deploy-review'
import { SecretValue, useSecretValues } from './secret-values'
import { useCountsText } from './use-counts-text'

type Props = {
  stack: string
  number: number
  /** The removal, or the undo, that this takes back. */
  undoes?: string
  onClose: () => void
}

/** Brings the whole stack back to a revision: a plan like any other, shown and then applied. */
export function RollBackDialog({ stack, number, undoes, onClose }: Props) {
  const t = useTranslations('revisions.rollBack')
  const common = useTranslations('common')
  const router = useRouter()
  const counts = useCountsText()
  const [reason, setReason] = useState('')
  const planned = usePlan<PlannedDeploy>(api.rollBackStackPlan(stack, number), { undoes })
  const { answer } = planned
  const wanted = (answer?.objects ?? []).filter(({ kind, verdict }) => kind === 'secret' && verdict === 'create')
  const values = useSecretValues()
  const apply = useApply(planned, (planDigest) => {
    const secretValues = values.read(wanted.map(({ name }) => name))
    return callApi<OperationView>('POST', api.revision(stack, number), {
      planDigest,
      undoes,
      reason: reason.trim(),
      secretValues,
    })
  })
  const run = async () => {
    const operation = await apply.run()
    if (operation) router.push(page.operation(operation.id))
  }
  const isReady = answer !== null && answer.problems.length === 0 && answer.plan.steps.length > 0
  const isMissing = wanted.some(({ name }) => !values.isGiven(name))
  const blocked = answer && blockedReason()
  function blockedReason() {
    if (answer && answer.problems.length > 0) return t('problems')
    if (!isReady) return t('nothing')
    return isMissing && t('values')
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="lg"
      title={t(undoes ? 'againTitle' : 'title', { stack, number })}
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
            {answer && isReady
              ? t(undoes ? 'applyAgain' : 'apply', { what: counts(answer) })
              : t(undoes ? 'againBare' : 'applyBare', { number })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <ProblemNotice error={apply.error} />
        <DeployReview
          planned={planned}
          valuesOf={(service) => callApi<FieldChange[]>('POST', api.rollBackStackValues(stack, number), { service })}
        />
        {wanted.map(({ name }) => (
          <SecretValue key={name} name={name} values={values} />
        ))}
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
