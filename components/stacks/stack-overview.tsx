'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { FailurePoints } from '@/components/swarm/tasks/failure-points'
import { NodeColumns } from '@/components/swarm/tasks/node-columns'
import { useServiceColumns } from '@/components/swarm/use-service-columns'
import { Section } from '@/components/ui/page/section'
import { Table } from '@/components/ui/table/table'
import type { ServiceRow } from '@/lib/contract/services'
import type { StackDetail } from '@/lib/contract/stacks'
import type { TaskRow } from '@/lib/contract/tasks'
import { page } from '@/lib/paths/page'
import { shortName } from './short-name'

/** The tab or heading above says how many there are. */
const uncounted = () => ''

const idOf = (row: ServiceRow) => row.id
const hrefOf = (row: ServiceRow) => page.service(row.name)

/** The services of a stack, and their tasks as tiles on the nodes they are on. */
export function StackOverview({ stack }: { stack: StackDetail }) {
  const t = useTranslations('stacks')
  const columns = useServiceColumns({ withStack: false })
  const labelOf = useCallback(
    (task: TaskRow) => {
      const service = shortName(stack.row.name, task.serviceName)
      return task.slot === null ? service : `${service}.${task.slot}`
    },
    [stack.row.name],
  )
  return (
    <>
      <Table
        label={t('tabs.services')}
        rows={stack.services}
        rowId={idOf}
        columns={columns}
        href={hrefOf}
        defaultSort="state"
        count={uncounted}
      />
      <Section title={t('tiles.title')} description={t('tiles.description')}>
        <NodeColumns nodes={stack.nodes} tasks={stack.tasks} labelOf={labelOf} />
        <FailurePoints services={stack.services} tasks={stack.tasks} />
      </Section>
    </>
  )
}
