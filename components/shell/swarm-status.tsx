'use client'

import { useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'
import { RelativeTime } from '@/components/ui/relative-time'
import type { Tone } from '@/components/ui/state-shape'
import { useConnection } from '@/lib/browser/use-connection'
import { useLive } from '@/lib/browser/use-live'
import type { SwarmView } from '@/lib/contract/swarm'
import type { ViewOf } from '@/lib/contract/topics'
import { type Standing, standingOf } from './standing'

const tones: Record<Standing, Tone> = {
  live: 'running',
  connecting: 'working',
  away: 'failing',
  lost: 'attention',
  not_in_swarm: 'attention',
  not_a_manager: 'attention',
}

/** Live or not, how many nodes, which engine; and how old the data is as soon as it is not live. */
export function SwarmStatus({ initial }: { initial: ViewOf<'swarm'> }) {
  const t = useTranslations('shell.status')
  const { view } = useLive('swarm', initial)
  const { stream, asOf } = useConnection()
  const swarm = view.document
  const standing = standingOf(stream, swarm)
  const age = asOf ?? view.stamp.asOf
  return (
    <section aria-label={t('label')} className="flex min-w-0 items-center gap-3 px-1.5 text-sm">
      <Badge tone={tones[standing]}>{t(standing)}</Badge>
      {standing !== 'live' && age > 0 && (
        <span className="truncate text-muted max-sm:hidden">
          {t('asOf')} <RelativeTime at={age} />
        </span>
      )}
      {swarm && <Facts swarm={swarm} />}
    </section>
  )
}

function Facts({ swarm }: { swarm: SwarmView }) {
  const t = useTranslations('shell.status')
  const { nodes, nodesReady, engineVersion } = swarm
  return (
    <span className="flex min-w-0 gap-3 text-muted tabular-nums max-md:hidden">
      {nodes > 0 && (
        <span className="truncate">
          {nodesReady < nodes ? t('nodesPartly', { ready: nodesReady, total: nodes }) : t('nodes', { ready: nodes })}
        </span>
      )}
      {engineVersion && <span className="truncate">{t('engine', { version: engineVersion })}</span>}
    </span>
  )
}
