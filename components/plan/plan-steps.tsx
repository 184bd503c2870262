'use client'

import { useTranslations } from 'use-intl'
import { page } from '@/lib/paths/page'
import type { Step } from '@/lib/plan/plan'
import { linkTag } from './link-tag'
import { StepText } from './step-text'
import { useEffectText } from './use-effect-text'

/** The steps of a plan in their order, each with what it does to the tasks. */
export function PlanSteps({ steps }: { steps: readonly Step[] }) {
  const t = useTranslations('plan')
  const effectText = useEffectText()
  return (
    <ol aria-label={t('steps')} className="flex flex-col gap-3">
      {steps.map((step, index) => (
        <li key={stepKey(step)} className="flex items-start gap-3">
          <span aria-hidden className="w-4 shrink-0 text-right text-faint text-sm leading-5 tabular-nums">
            {index + 1}
          </span>
          <div className="min-w-0">
            <p className="break-words">
              <StepText step={step} /> <StackOf step={step} />
            </p>
            {'effect' in step && (
              <p className="max-w-3xl text-muted text-sm first-letter:uppercase">{effectText(step.effect)}</p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** No two steps of a plan do the same to the same thing. A service may use two versions of a family at two paths. */
export function stepKey(step: Step): string {
  if (step.action === 'hold') return `${step.action} ${step.reason}`
  if (step.action === 'replace-reference') return `${step.action} ${step.serviceId} ${step.from.name}`
  if ('serviceId' in step) return `${step.action} ${step.serviceId}`
  return `${step.action} ${'name' in step ? step.name : ''}`
}

export function StackOf({ step }: { step: Step }) {
  const t = useTranslations('plan')
  const stack = 'stack' in step ? step.stack : null
  if (!stack) return null
  return (
    <span className="whitespace-nowrap text-muted text-sm">
      {t.rich('inStack', { stack, link: linkTag(page.stack(stack), 'muted') })}
    </span>
  )
}
