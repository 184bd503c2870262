'use client'

import { clsx } from 'clsx'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { StateShape, type Tone } from '@/components/ui/state-shape'
import { useRelativeTime } from '@/components/ui/time/use-relative-time'
import { useCodedText } from '@/lib/browser/use-coded-text'
import { useConnection } from '@/lib/browser/use-connection'
import { useLive } from '@/lib/browser/use-live'
import type { SwarmView } from '@/lib/contract/swarm'
import type { ViewOf } from '@/lib/contract/topics'
import { InitSwarm } from './init-swarm'

/** A restart of Skep takes a few seconds, and nobody needs to be alarmed by it. */
const patienceMs = 3000

/** What stands between the page and the truth, and what that means for the workload. The worst thing, and only that. */
export function Banner({ swarm }: { swarm: ViewOf<'swarm'> }) {
  const { view } = useLive('swarm', swarm)
  const { stream, asOf, isOutdated } = useConnection()
  const isLost = useLasting(stream === 'lost', patienceMs)
  const document = view.document
  const age = asOf ?? view.stamp.asOf

  if (isLost) return <StreamLost asOf={age} />
  if (document?.problem && document.connection !== 'live') return <EngineAway swarm={document} asOf={age} />
  if (isOutdated) return <Outdated />
  return null
}

function StreamLost({ asOf }: { asOf: number }) {
  const t = useTranslations('shell.banner')
  return (
    <Strip tone="attention" title={t('lost')}>
      {t('lostHint')} <AsOf at={asOf} />
    </Strip>
  )
}

function EngineAway({ swarm, asOf }: { swarm: SwarmView; asOf: number }) {
  const say = useCodedText('errors')
  if (!swarm.problem) return null
  const { code, params } = swarm.problem
  const isBare = code === 'not_in_swarm'
  return (
    <Strip
      tone={isBare || code === 'not_a_manager' ? 'attention' : 'failing'}
      title={say(`${code}.title`, params)}
      action={isBare && <InitSwarm />}
      isAlarm
    >
      {say(`${code}.hint`, params)} {!isBare && <AsOf at={asOf} />}
    </Strip>
  )
}

function Outdated() {
  const t = useTranslations('shell.banner')
  return (
    <Strip
      tone="working"
      title={t('outdated')}
      action={
        <Button size="sm" onClick={() => window.location.reload()}>
          {t('reload')}
        </Button>
      }
    >
      {t('outdatedHint')}
    </Strip>
  )
}

function AsOf({ at }: { at: number }) {
  const t = useTranslations('shell.banner')
  const time = useRelativeTime(at)
  return at > 0 && t('asOf', { time })
}

const grounds: Partial<Record<Tone, string>> = {
  failing: 'border-failing-line bg-failing-soft',
  attention: 'border-attention-line bg-attention-soft',
  working: 'border-working-line bg-working-soft',
}

type StripProps = { tone: Tone; title: string; children: ReactNode; action?: ReactNode; isAlarm?: boolean }

function Strip({ tone, title, children, action, isAlarm = false }: StripProps) {
  return (
    <div
      role={isAlarm ? 'alert' : 'status'}
      className={clsx(
        'flex animate-drop flex-wrap items-start gap-x-4 gap-y-2 border-b px-4 py-2.5 sm:px-6',
        grounds[tone],
      )}
    >
      <div className="flex min-w-0 flex-1 basis-72 items-start gap-2.5">
        <StateShape tone={tone} className="mt-1.25" />
        <p className="max-w-5xl">
          <span className="font-medium">{title}.</span> <span className="text-muted">{children}</span>
        </p>
      </div>
      {action}
    </div>
  )
}

/** True as soon as something has been true for a while without a break. */
function useLasting(isTrue: boolean, forMs: number): boolean {
  const [hasLasted, setHasLasted] = useState(false)
  useEffect(() => {
    if (!isTrue) return undefined
    const timer = setTimeout(() => setHasLasted(true), forMs)
    return () => {
      clearTimeout(timer)
      setHasLasted(false)
    }
  }, [isTrue, forMs])
  return isTrue && hasLasted
}
