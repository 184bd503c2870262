'use client'

import { useTranslations } from 'use-intl'
import { ObjectLink } from '@/components/swarm/object-link'
import { StateShape } from '@/components/ui/state-shape'
import type { ServiceRow } from '@/lib/contract/services'
import type { TaskRow } from '@/lib/contract/tasks'
import { failurePointsOf } from './failure-points-of'

type Props = { services: readonly ServiceRow[]; tasks: readonly TaskRow[] }

/** Which services would be gone with a single task or a single node. */
export function FailurePoints({ services, tasks }: Props) {
  const t = useTranslations('tasks.failurePoints')
  const points = failurePointsOf(services, tasks)
  if (points.length === 0) return null
  return (
    <ul className="mt-3 space-y-1 text-muted text-sm">
      {points.map((point) => (
        <li key={point.serviceName} className="flex items-start gap-2">
          <StateShape tone="neutral" className="mt-1.25" />
          <span>
            <ObjectLink kind="service" name={point.serviceName} />
            {': '}
            {point.kind === 'one_task' ? t('oneTask') : t('oneNode', { tasks: point.tasks, node: point.nodeName })}
          </span>
        </li>
      ))}
    </ul>
  )
}
