'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import type { Choice, OperationView } from '@/lib/contract/operations'
import { api } from '@/lib/paths/api'
import { SupplyValue } from './supply-value'

type Props = {
  operation: OperationView
  onUndo: () => void
}

/** What a person can do about an operation now, each as a button that says what it does. */
export function OperationChoices({ operation, onUndo }: Props) {
  const t = useTranslations('plan.choices')
  const [asksForValue, setAsksForValue] = useState(false)
  const decide = useAction((choice: Choice) => callApi('POST', api.decision(operation.id), { choice }))
  const act: Record<Choice, () => void> = {
    undo: onUndo,
    resume: () => void decide.run('resume'),
    keep: () => void decide.run('keep'),
    supply_value: () => setAsksForValue(true),
  }
  const needsDecision = operation.state === 'needs_decision'
  if (operation.choices.length === 0) return null
  if (!needsDecision) {
    return operation.choices.map((choice) => (
      <Button key={choice} size="sm" busy={decide.pending} onClick={act[choice]}>
        {t(choice)}
      </Button>
    ))
  }
  return (
    <section
      aria-label={t('title')}
      className="flex flex-col gap-3 rounded-lg border border-attention-line bg-attention-soft p-4"
    >
      <h3 className="font-medium">{t('title')}</h3>
      <ul className="flex flex-col gap-2.5">
        {operation.choices.map((choice) => (
          <li key={choice} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Button busy={decide.pending} onClick={act[choice]}>
              {t(choice)}
            </Button>
            <span className="text-muted text-sm">{t(`${choice}Hint`)}</span>
          </li>
        ))}
      </ul>
      {asksForValue && operation.choices.includes('supply_value') && <SupplyValue operationId={operation.id} />}
      <ProblemNotice error={decide.error} />
    </section>
  )
}
