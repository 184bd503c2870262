'use client'

import { useTranslations } from 'use-intl'
import { RollBackDialog } from '@/components/plan/deploy/roll-back-dialog'
import { DriftBadge } from '@/components/swarm/drift-badge'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { useShowDialog } from '@/components/ui/dialog-host'
import { EmptyState } from '@/components/ui/page/empty-state'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Skeleton } from '@/components/ui/page/skeleton'
import { RelativeTime } from '@/components/ui/relative-time'
import { useMay } from '@/lib/browser/current-user'
import { useApi } from '@/lib/browser/use-api'
import type { Drift, RevisionRow } from '@/lib/contract/deploy'
import { api } from '@/lib/paths/api'
import { page } from '@/lib/paths/page'
import { DriftedService } from './drifted-service'
import { DormantFields } from './left-fields'
import { useDrift } from './use-drift'

/** What runs against what was deployed last: in sync, or what differs and what can be done about it. */
export function DriftTab({ stack }: { stack: string }) {
  const t = useTranslations('drift')
  const { drift, error, reload } = useDrift(stack)
  if (error) return <ProblemNotice error={error} />
  if (!drift) return <Skeleton className="h-32 w-full" />
  if (drift.state === 'unknown') {
    return (
      <EmptyState
        title={t('unknownTitle')}
        action={<ButtonLink href={`${page.stack(stack)}?tab=revisions`}>{t('toRevisions')}</ButtonLink>}
      >
        {t('unknownText')}
      </EmptyState>
    )
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <DriftBadge state={drift.state} variant="soft" />
        <span className="text-muted">
          {drift.since === null ? t(`text.${textOf(drift)}`) : t.rich('since', { time: timeTag(drift.since) })}
        </span>
      </p>
      {drift.services.length > 0 && (
        <>
          {drift.state === 'drifted' && <PutBack stack={stack} />}
          <ul aria-label={t('label')} className="divide-y divide-line rounded-lg border border-line bg-surface">
            {drift.services.map((service) => (
              <DriftedService key={service.name} stack={stack} service={service} onDecided={reload} />
            ))}
          </ul>
        </>
      )}
      <DormantFields stack={stack} leftBe={drift.dormant} onDecided={reload} />
    </div>
  )
}

/** Nothing may differ but what is let be. */
function textOf({ state, services }: Drift): 'drifted' | 'in_sync' | 'left' {
  if (state !== 'in_sync') return 'drifted'
  return services.length > 0 ? 'left' : 'in_sync'
}

const timeTag = (at: number) => () => <RelativeTime at={at} />

/** Deploys the last revision once more, which makes everything again what its files say. */
function PutBack({ stack }: { stack: string }) {
  const t = useTranslations('drift')
  const mayDeploy = useMay('stack.deploy')
  const show = useShowDialog()
  const { data } = useApi<RevisionRow[]>(api.revisions(stack))
  const newest = data && data.length > 0 ? Math.max(...data.map(({ number }) => number)) : null
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button
        disabledReason={!mayDeploy ? t('notAllowed') : newest === null && t('unknownText')}
        onClick={() =>
          newest !== null && show((close) => <RollBackDialog stack={stack} number={newest} onClose={close} />)
        }
      >
        {t('putBack')}
      </Button>
      <span className="text-muted text-sm">{t('putBackHint')}</span>
    </div>
  )
}
