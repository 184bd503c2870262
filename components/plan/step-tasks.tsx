'use client'

import { useMemo } from 'react'
import { TilesByNode } from '@/components/swarm/tasks/tiles-by-node'
import { useLive } from '@/lib/browser/use-live'
import type { StepProgress } from '@/lib/contract/operations'

type Props = {
  stack: string
  serviceName: string
  progress: StepProgress
}

/** A few screens of tiles; of more, the numbers say more than the tiles. */
const mostTasks = 120

/** The tasks of a service that is being changed, on their nodes: those on the earlier spec go, new ones come. */
export function StepTasks({ stack, serviceName, progress: { desired, onNew } }: Props) {
  // One topic for all services of the stack, whose tasks are those that are meant to run.
  const detail = useLive(`stack:${stack}`, null).view?.document
  const tasks = useMemo(
    () => (detail?.tasks ?? []).filter((task) => task.serviceName === serviceName),
    [detail, serviceName],
  )
  const isSmall = desired <= mostTasks && tasks.length <= 2 * mostTasks
  if (!detail || !isSmall || tasks.length + desired === 0) return null
  const isJob = detail.services.some(({ name, mode }) => name === serviceName && mode.endsWith('-job'))
  // Tasks of a job that are done are drawn no more, and count.
  const there = tasks.filter(({ isCurrent }) => isCurrent).length + (isJob ? onNew : 0)
  return <TilesByNode nodes={detail.nodes} tasks={tasks} toCome={Math.max(0, desired - there)} isSparse />
}
