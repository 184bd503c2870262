'use client'

import { useTranslations } from 'use-intl'
import type { OperationView } from '@/lib/contract/operations'
import { summarizeOperation } from './operation-summary'

type Summarized = Pick<OperationView, 'state' | 'steps' | 'problem'>

/** How far an operation is, in one sentence: "2 of 5 services converged; todo-web: 1 of 3 tasks on todo-list-config_v2". */
export function useSummaryText(): (operation: Summarized) => string {
  const t = useTranslations('plan.progress')
  return (operation) => {
    const { services, servicesDone, current } = summarizeOperation(operation)
    const counted = services > 1 ? t('services', { done: servicesDone, total: services }) : ''
    if (operation.state === 'needs_decision' && operation.problem?.code === 'on_hold') {
      return [t('held', { reason: String(operation.problem.params.reason) }), counted].filter(Boolean).join(' ')
    }
    if (operation.state === 'converged' && isRemoval(operation)) return t('removed')
    if (operation.state !== 'running') return [t(`ended.${operation.state}`), counted].filter(Boolean).join(' ')
    if (!current) return counted || t('ended.running')
    const { onNew, desired, version } = current
    const progress = version ? t('tasksOn', { onNew, desired, version }) : t('tasksRunning', { onNew, desired })
    return [counted, t('serviceIs', { service: current.serviceName, progress })].filter(Boolean).join('; ')
  }
}

/** Nothing is left that could run. */
function isRemoval({ steps }: Summarized): boolean {
  return steps.length > 0 && steps.every(({ step }) => step.action.startsWith('remove-'))
}
