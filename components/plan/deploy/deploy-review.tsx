'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Skeleton } from '@/components/ui/page/skeleton'
import { StateShape } from '@/components/ui/state-shape'
import type { PlanState } from '@/lib/browser/use-plan'
import type { PlannedDeploy } from '@/lib/contract/deploy'
import type { FieldChange } from '@/lib/plan/plan'
import { PlannedParts } from './planned-parts'
import { ProblemList } from './problem-list'

type Props = {
  planned: PlanState<PlannedDeploy>
  valuesOf?: (service: string) => Promise<FieldChange[]>
}

/** The plan of a deployment that comes from no editor, to be read in a dialog. */
export function DeployReview({ planned: { answer, pending, error, planAgain }, valuesOf }: Props) {
  const t = useTranslations('plan')
  if (error) return <ProblemNotice error={error} />
  if (!answer) {
    return (
      <output aria-label={t('planning')} className="flex flex-col gap-2">
        <Skeleton className="h-4 w-80 max-w-full" />
        <Skeleton className="h-4 w-64 max-w-full" />
      </output>
    )
  }
  return (
    <section
      aria-label={t('label')}
      aria-busy={pending}
      className={clsx('flex flex-col gap-5', pending && 'opacity-60')}
    >
      <ProblemList problems={answer.problems} onCreated={planAgain} />
      {answer.problems.length === 0 && answer.plan.steps.length === 0 && <NothingToDo />}
      <PlannedParts planned={answer} valuesOf={valuesOf} />
    </section>
  )
}

/** What runs is what is asked for. */
export function NothingToDo() {
  const t = useTranslations('deploy.plan')
  return (
    <p className="flex items-start gap-2">
      <StateShape tone="running" className="mt-1.25" />
      <span>{t('nothing')}</span>
    </p>
  )
}
