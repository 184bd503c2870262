'use client'

import { useTranslations } from 'use-intl'
import { OperationProgress } from '@/components/plan/operation-progress'
import { GoneNotice } from '@/components/swarm/gone-notice'
import { useActorName } from '@/components/swarm/use-actor-name'
import { ButtonLink } from '@/components/ui/button-link'
import { PageHeader } from '@/components/ui/page/page-header'
import { RelativeTime } from '@/components/ui/relative-time'
import { useCodedText } from '@/lib/browser/use-coded-text'
import { useLive } from '@/lib/browser/use-live'
import type { ViewOf } from '@/lib/contract/topics'
import { page } from '@/lib/paths/page'

type Props = { operationId: string; initial: ViewOf<`operation:${string}`> }

/** One operation: what it is, who began it and when, and everything that became of it. */
export function OperationPage({ operationId, initial }: Props) {
  const t = useTranslations('operations')
  const say = useCodedText('titles')
  const actorName = useActorName()
  const { document: operation } = useLive(`operation:${operationId}`, initial).view
  const trail = [{ label: t('title'), href: page.operations() }] as const
  if (!operation) return <GoneNotice name={operationId} trail={trail} />
  const { stack } = operation.title.params
  return (
    <>
      <PageHeader
        title={say(operation.title.code, operation.title.params)}
        trail={trail}
        state={t.rich('by', { actor: actorName(operation), time: timeTag(operation.createdAt) })}
        actions={
          typeof stack === 'string' && <ButtonLink href={page.stack(stack)}>{t('openStack', { stack })}</ButtonLink>
        }
      />
      <div className="rounded-lg border border-line bg-surface p-4">
        <OperationProgress operation={operation} isOwnPage />
      </div>
    </>
  )
}

const timeTag = (at: number) => () => <RelativeTime at={at} />
