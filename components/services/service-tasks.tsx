'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { FailurePoints } from '@/components/swarm/tasks/failure-points'
import { NodeColumns } from '@/components/swarm/tasks/node-columns'
import { Section } from '@/components/ui/page/section'
import type { ServiceDetail } from '@/lib/contract/services'
import type { TaskRow } from '@/lib/contract/tasks'
import { SlotHistory } from './slot-history'
import { tasksToDraw } from './tasks-to-draw'

/** Where the tasks are, and slot by slot what became of each attempt. */
export function ServiceTasks({ service }: { service: ServiceDetail }) {
  const t = useTranslations('services.tasks')
  const drawn = tasksToDraw(service.tasks)
  const labelOf = useCallback((task: TaskRow) => (task.slot === null ? task.state : String(task.slot)), [])
  return (
    <>
      <Section title={t('tiles')}>
        <NodeColumns nodes={service.nodes} tasks={drawn} labelOf={labelOf} />
        <FailurePoints services={[service.row]} tasks={drawn} />
      </Section>
      <Section title={t('history')} description={t('historyText')}>
        <SlotHistory tasks={service.tasks} />
      </Section>
    </>
  )
}
