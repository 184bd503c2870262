'use client'

import { useTranslations } from 'use-intl'
import type { OperationView } from '@/lib/contract/operations'
import type { PlanCode } from '@/lib/plan/plan'

const neverUndone = [
  'remove-config',
  'remove-secret',
  'clean-up',
  'init-swarm',
  'create-config',
  'create-secret',
  'create-network',
  'confirm-family',
] as const satisfies readonly PlanCode[]

/** Why an operation that has ended offers no way back. One that was taken back says that itself. */
export function NoWayBack({ operation: { title, state, undoneBy } }: { operation: OperationView }) {
  const t = useTranslations('plan.noWayBack')
  if (state === 'planned' || state === 'running' || undoneBy !== null) return null
  const code = neverUndone.find((one) => one === title.code)
  return <span className="max-w-prose">{code && state === 'converged' ? t(code) : t('untouched')}</span>
}
