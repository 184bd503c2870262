'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useMay } from '@/lib/browser/current-user'
import { useAction } from '@/lib/browser/use-action'
import type { Choice, OperationView } from '@/lib/contract/operations'
import { api } from '@/lib/paths/api'
import { SupplyValue } from './supply-value'
import { DeployAgain } from './way-back/deploy-again'
import { NoWayBack } from './way-back/no-way-back'

type Props = {
  operation: OperationView
  onUndo: () => void
}

/** What a person can do about an operation now, each as a button that says what it does. */
export function OperationChoices({ operation, onUndo }: Props) {
  const t = useTranslations('plan.choices')
  const [asksForValue, setAsksForValue] = useState(false)
  const decide = useAction((choice: Choice) => callApi('POST', api.decision(operation.id), { choice }))
  const act: Record<Exclude<Choice, 'deploy_again'>, () => void> = {
    stop: () => void decide.run('stop'),
    undo: onUndo,
    resume: () => void decide.run('resume'),
    keep: () => void decide.run('keep'),
    supply_value: () => setAsksForValue(true),
  }
  const mayUndo = useMay('operation.undo')
  const mayDecide = useMay('operation.decide')
  const isHeld = operation.problem?.code === 'on_hold'
  const buttons = operation.choices.map((choice) => ({
    choice,
    button:
      choice === 'deploy_again' ? (
        <DeployAgain operationId={operation.id} />
      ) : (
        <Button
          variant={isHeld && choice === 'resume' ? 'primary' : undefined}
          busy={decide.pending}
          disabledReason={!(choice === 'undo' ? mayUndo : mayDecide) && t('notAllowed')}
          onClick={act[choice]}
        >
          {t(choice)}
        </Button>
      ),
  }))
  if (buttons.length === 0) return <NoWayBack operation={operation} />
  if (operation.state !== 'needs_decision') {
    return (
      <>
        {buttons.map(({ choice, button }) => (
          <span key={choice}>{button}</span>
        ))}
        <ProblemNotice error={decide.error} />
      </>
    )
  }
  return (
    <section
      aria-label={t('title')}
      className="flex flex-col gap-3 rounded-lg border border-attention-line bg-attention-soft p-4"
    >
      <h3 className="font-medium">{t('title')}</h3>
      <ul className="flex flex-col gap-2.5">
        {buttons.map(({ choice, button }) => (
          <li key={choice} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {button}
            <span className="text-muted text-sm">{t(`${choice}Hint`)}</span>
          </li>
        ))}
      </ul>
      {asksForValue && operation.choices.includes('supply_value') && <SupplyValue operationId={operation.id} />}
      <ProblemNotice error={decide.error} />
    </section>
  )
}
