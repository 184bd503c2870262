'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import { Spinner } from '@/components/ui/spinner'
import type { Plan } from '@/lib/plan/plan'
import { PlanNotes } from './plan-notes'
import { useEffectText } from './use-effect-text'

type Props = { plan: Plan | null; pending: boolean }

/** A plan of one step in one line, for a control that plans as one types. Keeps its height while it is worked out. */
export function PlanLine({ plan, pending }: Props) {
  const t = useTranslations('plan')
  const effectText = useEffectText()
  const effects = (plan?.steps ?? []).flatMap((step) => ('effect' in step ? effectText(step.effect) : []))
  return (
    <div aria-live="polite" className="flex min-h-5 flex-col gap-2">
      <p className={clsx('flex items-center gap-2 text-muted transition-opacity', pending && plan && 'opacity-60')}>
        {pending && <Spinner />}
        <span className="inline-block first-letter:uppercase">
          {effects.length > 0 ? effects.join(' ') : pending && t('planning')}
        </span>
      </p>
      {plan && <PlanNotes notes={plan.notes} />}
    </div>
  )
}
