'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import { Flash } from '@/components/ui/flash'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import type { OperationState, StepProgress, StepView } from '@/lib/contract/operations'
import { AppError } from '@/lib/errors/app-error'
import type { ErrorCode } from '@/lib/errors/codes'
import { isServiceChange, type ServiceChangeStep } from '@/lib/plan/plan'
import { Elapsed } from './elapsed'
import { type ShownState, StepStateBadge } from './operation-state'
import { hasEnded } from './operation-summary'
import { FailedTaskLog } from './outcome/failed-task-log'
import { StackOf } from './plan-steps'
import { StepTasks } from './step-tasks'
import { StepText } from './step-text'

/** One step as it goes: its state, how many tasks are on the new spec, and what the last failed one said, in full. */
export function StepProgressRow({ view, operationState }: { view: StepView; operationState: OperationState }) {
  const { step, state, progress, problem, startedAt, endedAt } = view
  const isPending = state === 'pending'
  const shown = shownState(view, operationState)
  const isHeld = problem?.code === 'on_hold'
  // Nobody counts its tasks any more: what was counted last would be taken for what is.
  const isLeft = shown === 'left'
  const hasTiles = isUnsettled(state) && !(isLeft && hasEnded(operationState))
  return (
    <li className="flex flex-col gap-1.5 py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className={clsx('min-w-0 break-words', isPending && 'text-muted')}>
          <StepText step={step} isDone={state === 'converged'} /> <StackOf step={step} />
        </p>
        <span className="flex items-baseline gap-3">
          {startedAt !== null && !isLeft && <Elapsed startedAt={startedAt} endedAt={endedAt} />}
          <StepStateBadge state={shown} />
        </span>
      </div>
      {isLeft && <LeftToEngine />}
      {progress && isServiceChange(step) && !isPending && !isLeft && (
        <TaskProgress step={step} progress={progress} state={state} />
      )}
      {progress && isServiceChange(step) && step.stack && hasTiles && (
        <StepTasks stack={step.stack} serviceName={step.serviceName} progress={progress} />
      )}
      {progress?.lastError && progress.lastError !== problem?.params.engineText && (
        <TaskError text={progress.lastError} />
      )}
      {problem && !isHeld && <ProblemNotice error={new AppError(problem.code, problem.params)} />}
      {problem && isServiceChange(step) && taskFailures.has(problem.code) && <FailedTaskLog step={step} />}
    </li>
  )
}

function shownState({ state, problem }: StepView, operationState: OperationState): ShownState {
  // A stop that was planned is no failure, and what to do about it stands below the steps. At the end, somebody has decided.
  if (state === 'failed' && problem?.code === 'on_hold') return hasEnded(operationState) ? 'converged' : 'held'
  if (state === 'pending' && hasEnded(operationState)) return 'not_begun'
  if (state === 'sent' && (operationState === 'needs_decision' || hasEnded(operationState))) return 'left'
  return state
}

/** Somebody stopped the operation while the engine was at this step. */
function LeftToEngine() {
  const t = useTranslations('plan.progress')
  return <p className="max-w-prose text-muted text-sm">{t('left')}</p>
}

/** While its tasks come and go, and where somebody has to look at what became of them. */
function isUnsettled(state: StepView['state']): boolean {
  return state === 'sent' || state === 'unknown' || state === 'failed'
}

/** Failures of which a task's own words may tell the cause. */
const taskFailures: ReadonlySet<ErrorCode> = new Set(['rolled_back', 'update_paused', 'not_converged'])

type TaskProps = { step: ServiceChangeStep; progress: StepProgress; state: StepView['state'] }

function TaskProgress({ step, progress, state }: TaskProps) {
  const t = useTranslations('plan.progress')
  const { desired, onNew, onOld, failed } = progress
  const parts = [
    step.action === 'replace-reference'
      ? t('tasksOn', { onNew, desired, version: step.to.name })
      : t('tasksRunning', { onNew, desired }),
    ...(onOld > 0 && state === 'sent' ? [t('onOld', { onOld })] : []),
    ...(failed > 0 ? [t('failed', { failed })] : []),
    ...(state === 'sent' && onNew >= desired && onOld === 0 ? [t('watching')] : []),
  ]
  const share = desired > 0 ? Math.min(1, onNew / desired) : 1
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
      <span aria-hidden className="h-1 w-24 overflow-hidden rounded-full bg-pressed">
        <span
          className={clsx('block h-full rounded-full transition-[width]', barColours[state])}
          style={{ width: `${share * 100}%` }}
        />
      </span>
      <span className="tabular-nums">
        <Flash value={onNew}>{parts[0]}</Flash>
        {parts.slice(1).map((part) => `; ${part}`)}
      </span>
    </div>
  )
}

const barColours: Record<StepView['state'], string> = {
  pending: 'bg-line-strong',
  sent: 'bg-working',
  converged: 'bg-running',
  failed: 'bg-failing',
  unknown: 'bg-attention',
  undone: 'bg-line-strong',
}

function TaskError({ text }: { text: string }) {
  const t = useTranslations('plan.progress')
  return (
    <div className="text-sm">
      <p className="text-muted">{t('taskError')}</p>
      <pre className="mt-1 whitespace-pre-wrap break-words rounded-md border border-failing-line bg-failing-soft px-3 py-2">
        {text}
      </pre>
    </div>
  )
}
