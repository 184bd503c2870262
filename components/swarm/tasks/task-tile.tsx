'use client'

import { clsx } from 'clsx'
import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { taskTone } from '@/components/swarm/tone'
import { StateShape, type Tone } from '@/components/ui/state-shape'
import type { TaskRow } from '@/lib/contract/tasks'
import { page } from '@/lib/paths/page'

type Props = {
  task: TaskRow
  /** What is written on it: a slot, or a service and its slot. */
  label: string
  /** It has just gone: only its outline is left. */
  isGhost?: boolean
}

const grounds: Record<Tone, string> = {
  running: 'border-running-line bg-running-soft',
  working: 'border-working-line bg-working-soft',
  attention: 'border-attention-line bg-attention-soft',
  failing: 'border-failing-line bg-failing-soft',
  neutral: 'border-line bg-sunken',
}

/** A task as a tile on its node. Leads to its line among the tasks of its service. */
export function TaskTile({ task, label, isGhost = false }: Props) {
  const t = useTranslations('tasks')
  const shape = 'inline-flex h-6 min-w-6 max-w-full items-center gap-1.5 rounded-sm border px-1.5 text-xs tabular-nums'
  if (isGhost) {
    return (
      <span aria-hidden className={clsx(shape, 'border-line-strong border-dashed text-faint')}>
        <span className="truncate">{label}</span>
      </span>
    )
  }
  const tone = taskTone(task)
  const place = task.nodeName ?? t('noNode')
  const name = t(task.isCurrent ? 'tileTitle' : 'tileEarlier', { name: label, state: task.state, place })
  return (
    <NextLink
      prefetch={false}
      href={`${page.service(task.serviceName)}?task=${encodeURIComponent(task.id)}`}
      title={[name, task.error].filter(Boolean).join('\n')}
      aria-label={name}
      className={clsx(
        shape,
        grounds[tone],
        !task.isCurrent && 'border-dashed',
        'animate-appear text-ink transition-colors hover:border-current',
      )}
    >
      <StateShape tone={tone} />
      <span className="truncate">{label}</span>
    </NextLink>
  )
}
