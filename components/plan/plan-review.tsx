'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Skeleton } from '@/components/ui/page/skeleton'
import { useCodedText } from '@/lib/browser/use-coded-text'
import { isUpdateStep, type Plan, type Rollout } from '@/lib/plan/plan'
import { PlanNotes } from './plan-notes'
import { PlanSteps } from './plan-steps'
import { useRolloutText } from './rollout/use-rollout-text'

type Props = {
  plan: Plan | null
  /** A newer plan is on its way: the one shown is of what was typed before. */
  pending: boolean
  error: unknown
  /** Where the surroundings already say what it is. */
  hideTitle?: boolean
  /** Where it can be chosen beside the plan. */
  hideRollout?: boolean
}

/** A whole plan to read before it is applied: what will happen, in which order, and what one should know. */
export function PlanReview({ plan, pending, error, hideTitle = false, hideRollout = false }: Props) {
  const t = useTranslations('plan')
  const say = useCodedText('titles')
  if (error) return <ProblemNotice error={error} />
  if (!plan) return <Waiting label={t('planning')} />
  return (
    <section
      aria-label={t('label')}
      aria-busy={pending}
      className={clsx('flex flex-col gap-4 transition-opacity', pending && 'opacity-60')}
    >
      {!hideTitle && <p className="break-words font-medium">{say(plan.title.code, plan.title.params)}</p>}
      <PlanSteps steps={plan.steps} />
      {plan.rollout && !hideRollout && <RolloutLine plan={plan} rollout={plan.rollout} />}
      <PlanNotes notes={plan.notes} />
    </section>
  )
}

function RolloutLine({ plan, rollout }: { plan: Plan; rollout: Rollout }) {
  const say = useRolloutText()
  return <p className="max-w-prose text-muted text-sm">{say(rollout, plan.steps.filter(isUpdateStep).length)}</p>
}

function Waiting({ label }: { label: string }) {
  return (
    <output aria-label={label} className="flex flex-col gap-2">
      <Skeleton className="h-4 w-80 max-w-full" />
      <Skeleton className="h-4 w-64 max-w-full" />
    </output>
  )
}
