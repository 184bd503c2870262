'use client'

import { useTranslations } from 'use-intl'
import { ObjectLink } from '@/components/swarm/object-link'
import { ReasonText } from '@/components/swarm/reason-text'
import type { ServiceRow } from '@/lib/contract/services'
import type { StackDetail } from '@/lib/contract/stacks'
import { worstFirst } from '@/lib/swarm/health/standing'

/** "4 of 5 services running. todo-db: no node to run on." The worst service speaks; the others are counted. */
export function StackSentence({ stack }: { stack: StackDetail }) {
  const t = useTranslations('stacks')
  const { servicesRunning, services } = stack.row
  const troubled = stack.services.filter(isTroubled).toSorted(worstFirst)
  const [worst] = troubled
  const stopped = stack.services.filter(({ health }) => health === 'stopped')
  return (
    <>
      {t('sentence', { running: servicesRunning, services, stopped: stopped.length })}
      {worst && (
        <>
          {'; '}
          <ObjectLink kind="service" name={worst.name} />
          {': '}
          <ReasonText reason={worst.reason} />
          {troubled.length > 1 && ` ${t('moreTroubled', { count: troubled.length - 1 })}`}
        </>
      )}
    </>
  )
}

/** What was stopped on purpose is no trouble. */
function isTroubled(service: ServiceRow): boolean {
  return service.reason !== null && service.health !== 'stopped'
}
