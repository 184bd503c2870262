'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { PlanReview } from '@/components/plan/plan-review'
import { useApply } from '@/components/plan/use-apply'
import { usePlanAgain } from '@/components/plan/use-plan-again'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/form/text-field'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import type { PlanState } from '@/lib/browser/use-plan'
import type { OperationView } from '@/lib/contract/operations'
import { page } from '@/lib/paths/page'
import type { PlannedChange } from '@/lib/plan/plan'

type Props = {
  title: string
  description: ReactNode
  /** What has to be typed, and the sentence that asks for it. */
  word: string
  asks: string
  apply: string
  /** What is said when nothing is left to be removed. */
  nothing?: string
  planned: PlanState<PlannedChange>
  /** What the plan depends on; see usePlanAgain. */
  state: unknown
  send: (planDigest: string) => Promise<OperationView>
  onClose: () => void
}

/** The plan of a change that cannot be taken back, which is why something has to be typed, and then its operation. */
export function RemovalDialog({
  title,
  description,
  word,
  asks,
  apply,
  nothing,
  planned,
  state,
  send,
  onClose,
}: Props) {
  const t = useTranslations('common')
  const router = useRouter()
  const formId = useId()
  const [typed, setTyped] = useState('')
  const [isSent, setIsSent] = useState(false)
  const remove = useApply(planned, send)
  usePlanAgain(planned, state, isSent)
  const run = async () => {
    const operation = await remove.run()
    if (!operation) return
    setIsSent(true)
    // The page of what is being removed is about to say that it is gone.
    router.push(page.operation(operation.id))
  }
  const isTyped = typed === word
  const isEmpty = nothing !== undefined && planned.plan?.steps.length === 0
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={description}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            form={formId}
            variant="danger"
            busy={remove.pending}
            disabled={!isTyped || !planned.digest}
            disabledReason={isEmpty && nothing}
          >
            {apply}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (isTyped && !isEmpty && planned.digest) void run()
        }}
      >
        {isEmpty ? (
          <p aria-live="polite">{nothing}</p>
        ) : (
          <>
            <PlanReview {...planned} hideTitle />
            <TextField
              label={asks}
              mono
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </>
        )}
        <ProblemNotice error={remove.error} />
      </form>
    </Dialog>
  )
}
