'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Link } from '@/components/ui/link'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { useLive } from '@/lib/browser/use-live'
import type { OperationView } from '@/lib/contract/operations'
import { AppError } from '@/lib/errors/app-error'
import { page } from '@/lib/paths/page'
import { Elapsed } from './elapsed'
import { OperationFiles } from './files/operation-files'
import { linkTag } from './link-tag'
import { OperationChoices } from './operation-choices'
import { OperationStateBadge } from './operation-state'
import { OperationOutcome } from './outcome/operation-outcome'
import { stepKey } from './plan-steps'
import { StepProgressRow } from './step-progress'
import { UndoDialog } from './undo-dialog'
import { useSummaryText } from './use-summary-text'

type Props = {
  /** As it was when it was started or looked up; the stream brings what is new. */
  operation: OperationView
  /** The page is the operation's own: no link to it. */
  isOwnPage?: boolean
  /** Takes over what happens with an undo; without it, its progress is shown below, whoever began it. */
  onUndoStarted?: (undo: OperationView) => void
}

/** An applied plan as it becomes true: per step and per service, with what a person can decide, and the way back. */
export function OperationProgress({ operation: known, isOwnPage = false, onUndoStarted }: Props) {
  const t = useTranslations('plan.progress')
  const summary = useSummaryText()
  const [isUndoing, setIsUndoing] = useState(false)
  const { view } = useLive(`operation:${known.id}`, null)
  const operation = view?.document ?? known
  const { state, problem } = operation

  return (
    <section aria-label={t('label')} className="flex flex-col gap-4">
      <header className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <OperationStateBadge state={state} variant="soft" />
        <p aria-live="polite" className="min-w-0 flex-1 basis-64 pt-0.5">
          {summary(operation)}
        </p>
        <span className="pt-0.5">
          <Elapsed startedAt={operation.createdAt} endedAt={operation.endedAt} />
        </span>
      </header>
      <ol aria-label={t('steps')} className="divide-y divide-line">
        {operation.steps.map((step) => (
          <StepProgressRow key={stepKey(step.step)} view={step} operationState={state} />
        ))}
      </ol>
      {problem && problem.code !== 'on_hold' && !isToldByStep(operation) && (
        <ProblemNotice error={new AppError(problem.code, problem.params)} />
      )}
      <OperationOutcome operation={operation} />
      <OperationFiles operation={operation} />
      <footer className="flex flex-wrap items-center gap-x-4 gap-y-2 text-muted text-sm">
        <OperationChoices operation={operation} onUndo={() => setIsUndoing(true)} />
        {state === 'running' && <span>{t('leave')}</span>}
        {operation.undoneBy && <span>{t.rich('undoneBy', { link: linkTag(page.operation(operation.undoneBy)) })}</span>}
        {operation.undoes && <span>{t.rich('undoes', { link: linkTag(page.operation(operation.undoes)) })}</span>}
        {!isOwnPage && <Link href={page.operation(operation.id)}>{t('details')}</Link>}
      </footer>
      <UndoDialog operation={operation} open={isUndoing} onOpenChange={setIsUndoing} onStarted={onUndoStarted} />
      {operation.undoneBy && !onUndoStarted && <WayBack operationId={operation.undoneBy} />}
    </section>
  )
}

/** What takes it back, whoever has begun that: a person, or the operation itself because a service failed. */
function WayBack({ operationId }: { operationId: string }) {
  const { view } = useLive(`operation:${operationId}`, null)
  if (!view?.document) return null
  return (
    <div className="border-line border-l-2 pl-4">
      <OperationProgress operation={view.document} />
    </div>
  )
}

/** A failure that ended the operation stands at its step, where its cause is; once is enough. */
function isToldByStep({ steps, problem }: OperationView): boolean {
  return steps.some((step) => step.problem?.code === problem?.code)
}
