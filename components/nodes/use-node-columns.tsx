'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { ObjectLink } from '@/components/swarm/object-link'
import { Badge } from '@/components/ui/badge'
import type { Column } from '@/components/ui/table/column'
import type { NodeRow } from '@/lib/contract/nodes'
import { healthOrder } from '@/lib/swarm/health/standing'
import { ReservedCpus, ReservedMemory } from './node-reservations'
import { NodeState } from './node-state'

export function useNodeColumns(): Column<NodeRow>[] {
  const t = useTranslations('nodes')
  return useMemo<Column<NodeRow>[]>(
    () => [
      {
        id: 'name',
        header: t('columns.name'),
        cell: (node) => (
          <span className="inline-flex items-center gap-2">
            <ObjectLink kind="node" id={node.id} name={node.hostname} />
            {node.isLeader && (
              <Badge tone="neutral" variant="tag">
                {t('leader')}
              </Badge>
            )}
          </span>
        ),
        sortBy: (node) => node.hostname,
        narrow: 'name',
      },
      {
        id: 'state',
        header: t('columns.state'),
        cell: (node) => <NodeState node={node} />,
        sortBy: (node) => healthOrder.indexOf(node.health),
        narrow: 'aside',
      },
      {
        id: 'role',
        header: t('columns.role'),
        cell: (node) => t(`roles.${node.role}`),
        sortBy: (node) => node.role,
        narrow: 'detail',
      },
      {
        id: 'tasks',
        header: t('columns.tasks'),
        cell: (node) => <span title={t('runningTasks', { count: node.runningTasks })}>{node.runningTasks}</span>,
        sortBy: (node) => node.runningTasks,
        align: 'right',
      },
      {
        id: 'cpus',
        header: t('columns.cpus'),
        cell: (node) => <ReservedCpus node={node} />,
        sortBy: (node) => node.reservedNanoCpus / node.nanoCpus,
        narrow: 'detail',
      },
      {
        id: 'memory',
        header: t('columns.memory'),
        cell: (node) => <ReservedMemory node={node} />,
        sortBy: (node) => node.reservedMemoryBytes / node.memoryBytes,
      },
      {
        id: 'address',
        header: t('columns.address'),
        from: 'xl',
        cell: (node) => node.address && <code>{node.address}</code>,
        sortBy: (node) => node.address,
      },
      {
        id: 'engine',
        header: t('columns.engine'),
        from: 'lg',
        cell: (node) => <span className="whitespace-nowrap text-muted">{node.engineVersion}</span>,
        sortBy: (node) => node.engineVersion,
        width: 'grow',
      },
    ],
    [t],
  )
}
