'use client'

import { useTranslations } from 'use-intl'
import { ObjectLink } from '@/components/swarm/object-link'
import { Link } from '@/components/ui/link'
import { useMay } from '@/lib/browser/current-user'
import type { OperationView } from '@/lib/contract/operations'
import { page } from '@/lib/paths/page'
import type { PlanCode } from '@/lib/plan/plan'
import { type LeftBehind, leftBehind } from './left-behind'

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
export function NoWayBack({ operation }: { operation: OperationView }) {
  const t = useTranslations('plan.noWayBack')
  const { title, state, steps, undoneBy } = operation
  if (state === 'planned' || state === 'running' || undoneBy !== null) return null
  const code = neverUndone.find((one) => one === title.code)
  if (code && state === 'converged') return <span className="max-w-prose">{t(code)}</span>
  const left = leftBehind(operation)
  const isRolledBack = steps.some(({ problem }) => problem?.code === 'rolled_back')
  return (
    <span className="max-w-prose">
      {t(isRolledBack ? 'asBefore' : 'untouched')}
      {left.length > 0 && <Stays left={left} />}
    </span>
  )
}

/** What was made for services that do not use it. */
function Stays({ left }: { left: readonly LeftBehind[] }) {
  const t = useTranslations('plan.noWayBack')
  const version = left.find(({ isVersion }) => isVersion)
  const mayRemove = useMay(version?.kind === 'config' ? 'config.remove' : 'secret.remove')
  return (
    <>
      {' '}
      {t('stays')}{' '}
      {left.map(({ kind, name }, index) => (
        <span key={`${kind} ${name}`}>
          {index > 0 && ', '}
          <ObjectLink kind={kind} name={name} />
        </span>
      ))}
      {'. '}
      {version && mayRemove && <Link href={page.cleanUpVersion(version.kind, version.name)}>{t('mayItGo')}</Link>}
    </>
  )
}
