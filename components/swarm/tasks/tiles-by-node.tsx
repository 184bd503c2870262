'use client'

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
  /** Tasks that are to come and that no node has yet. */
  toCome: number
  /** Only nodes that have a task, or had one just now. */
  isSparse?: boolean
}

// More outlines than this say no more than their number does.
const mostGhosts = 60

const idOf = (task: TaskRow) => task.id
const labelOf = (task: TaskRow) => (task.slot === null ? task.state : String(task.slot))

/** The tasks of one service on their nodes, and an outline for each one to come. */
export function TilesByNode({ nodes, tasks: drawn, toCome, isSparse }: Props) {
  const t = useTranslations('tasks.tiles')
  const gone = useGhosts(drawn, idOf)
  const goneIds = new Set(gone.map(idOf))
  const { homeless, columns, empty } = useMemo(
    () => columnsOf(nodes, [...drawn, ...gone], isSparse),
    [nodes, drawn, gone, isSparse],
  )
  const tiles = (tasks: readonly TaskRow[]) =>
    tasks.map((task) => (
      <li key={task.id}>
        <TaskTile task={task} label={labelOf(task)} isGhost={goneIds.has(task.id)} />
      </li>
    ))
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-3">
      {columns.map(({ node, tasks }) => (
        <section key={node.id} aria-label={node.hostname} className="min-w-16">
          <h3 className="mb-1 text-xs">
            <ObjectLink kind="node" id={node.id} name={node.hostname} tone="muted" />
          </h3>
          <ul className="flex min-h-6 flex-wrap gap-1">
            {tasks.length > 0 ? tiles(tasks) : <li className="text-faint text-xs leading-6">{t('noTask')}</li>}
          </ul>
        </section>
      ))}
      {empty > 0 && <p className="self-end text-faint text-xs leading-6">{t('moreNodes', { count: empty })}</p>}
      {homeless.length + toCome > 0 && (
        <section aria-label={t('toBePlaced')} className="min-w-16">
          <h3 className="mb-1 text-muted text-xs">{t('toBePlaced')}</h3>
          <ul className="flex min-h-6 flex-wrap gap-1">
            {tiles(homeless)}
            <GhostTiles count={toCome} />
          </ul>
        </section>
      )}
    </div>
  )
}

function GhostTiles({ count }: { count: number }) {
  const t = useTranslations('tasks.tiles')
  const numbers = Array.from({ length: Math.min(count, mostGhosts) }, (_, index) => index)
  return (
    <>
      {numbers.map((number) => (
        <li
          key={number}
          aria-hidden
          className="h-6 w-6 animate-appear rounded-sm border border-line-strong border-dashed"
        />
      ))}
      <li className={count > mostGhosts ? 'text-muted text-xs leading-6' : 'sr-only'}>{t('toCome', { count })}</li>
    </>
  )
}
