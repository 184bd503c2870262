'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import { Flash } from '@/components/ui/flash'
import type { Health } from '@/lib/contract/health'

type Props = { running: number; desired: number; health: Health; className?: string }

/** Running tasks of those that should run, as numbers and as a small bar. */
export function RunningCount({ running, desired, health, className }: Props) {
  const t = useTranslations('tasks')
  const share = desired > 0 ? Math.min(1, running / desired) : 0
  return (
    <span
      title={t('runningOf', { running, desired })}
      className={clsx('inline-flex items-baseline gap-2 tabular-nums', className)}
    >
      <span aria-hidden className="h-1 w-12 self-center overflow-hidden rounded-full bg-pressed max-md:hidden">
        <span
          className={clsx('block h-full rounded-full transition-[width]', barColour(share, health))}
          style={{ width: `${share * 100}%` }}
        />
      </span>
      <span>
        <Flash value={`${running}/${desired}`}>
          <span className={clsx(running < desired && 'font-medium')}>{running}</span>
          <span className="text-faint">/</span>
          {desired}
        </Flash>
      </span>
    </span>
  )
}

function barColour(share: number, health: Health): string {
  if (share >= 1) return 'bg-running'
  return health === 'failing' ? 'bg-failing' : 'bg-working'
}
