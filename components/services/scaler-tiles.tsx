'use client'

import { useMemo } from 'react'
import { TilesByNode } from '@/components/swarm/tasks/tiles-by-node'
import type { ServiceDetail } from '@/lib/contract/services'
import { tasksToDraw } from './tasks-to-draw'

type Props = { service: ServiceDetail; wanted: number }

/** The tasks on their nodes, and an outline for each replica to come, which no node has yet. */
export function ScalerTiles({ service, wanted }: Props) {
  const drawn = useMemo(() => tasksToDraw(service.tasks), [service.tasks])
  return <TilesByNode nodes={service.nodes} tasks={drawn} toCome={Math.max(0, wanted - drawn.length)} />
}
