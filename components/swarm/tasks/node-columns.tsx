'use client'

import { clsx } from 'clsx'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { ObjectLink } from '@/components/swarm/object-link'
import type { TaskRow } from '@/lib/contract/tasks'
import { columnsOf, type NodeColumn } from './columns-of'
import { TaskTile } from './task-tile'
import { useGhosts } from './use-ghosts'

type Props = {
  nodes: readonly NodeColumn[]
  tasks: readonly TaskRow[]
  labelOf: (task: TaskRow) => string
}

const idOf = (task: TaskRow) => task.id

/** Nodes side by side with their tasks as tiles; what has no node yet comes first, because it is what is wrong. */
export function NodeColumns({ nodes, tasks, labelOf }: Props) {
  const t = useTranslations('tasks')
  const ghosts = useGhosts(tasks, idOf)
  const { homeless, columns, empty } = useMemo(() => columnsOf(nodes, [...tasks, ...ghosts]), [nodes, tasks, ghosts])
  const gone = new Set(ghosts.map(idOf))
  const tiles = (column: readonly TaskRow[]) => (
    <ul className="flex flex-wrap gap-1">
      {column.map((task) => (
        <li key={task.id} className="min-w-0 max-w-full">
          <TaskTile task={task} label={labelOf(task)} isGhost={gone.has(task.id)} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,13rem),1fr))] gap-2">
        {homeless.length > 0 && (
          <section aria-label={t('noNode')} className="rounded-lg border border-failing-line border-dashed p-3">
            <h3 className="mb-2 text-muted text-sm">{t('noNode')}</h3>
            {tiles(homeless)}
          </section>
        )}
        {columns.map(({ node, tasks: column }) => (
          <section
            key={node.id}
            aria-label={node.hostname}
            className={clsx('rounded-lg border border-line p-3', node.isAvailable ? 'bg-surface' : 'bg-sunken')}
          >
            <h3 className="mb-2 flex items-baseline justify-between gap-2 text-sm">
              <ObjectLink kind="node" id={node.id} name={node.hostname} className="truncate" />
              <span className="shrink-0 text-faint text-xs tabular-nums">
                {node.isAvailable ? column.length > 0 && t('onNode', { count: column.length }) : t('unavailable')}
              </span>
            </h3>
            {column.length > 0 ? tiles(column) : <p className="text-faint text-xs leading-6">{t('emptyNode')}</p>}
          </section>
        ))}
      </div>
      {empty > 0 && <p className="mt-2 text-muted text-sm">{t('moreEmptyNodes', { count: empty })}</p>}
    </>
  )
}
