'use client'

import { useTranslations } from 'use-intl'
import { useUnits } from '@/components/swarm/use-units'
import { Description, DescriptionList } from '@/components/ui/page/description-list'
import { Section } from '@/components/ui/page/section'
import { RelativeTime } from '@/components/ui/relative-time'
import type { ServiceDetail, UpdatePolicyView } from '@/lib/contract/services'

/** How the engine replaces tasks, how it goes back, and how the last update went. */
export function UpdateSettings({ service }: { service: ServiceDetail }) {
  const t = useTranslations('services.settings')
  const { update } = service.row
  return (
    <Section title={t('updates')} framed>
      <DescriptionList>
        <Description term={t('updatePolicy')}>
          <Policy policy={service.updatePolicy} />
        </Description>
        <Description term={t('rollbackPolicy')}>
          <Policy policy={service.rollbackPolicy} />
        </Description>
        <Description term={t('lastUpdate')}>
          {update && (
            <>
              {update.state}
              {update.startedAt !== null && (
                <span className="text-muted">
                  {' · '}
                  <RelativeTime at={update.completedAt ?? update.startedAt} />
                </span>
              )}
              {update.message && <span className="block break-words text-muted">{update.message}</span>}
            </>
          )}
        </Description>
        <Description term={t('previousSpec')}>{t(service.hasPreviousSpec ? 'previousYes' : 'previousNo')}</Description>
      </DescriptionList>
    </Section>
  )
}

function Policy({ policy }: { policy: UpdatePolicyView }) {
  const t = useTranslations('services.settings')
  const units = useUnits()
  const lines = [
    `${policy.order}, ${policy.parallelism === 0 ? t('allAtOnce') : t('atATime', { count: policy.parallelism })}`,
    t('delayAndMonitor', { delay: units.duration(policy.delayMs), monitor: units.duration(policy.monitorMs) }),
    policy.maxFailureRatio > 0
      ? t('onFailureAbove', { action: policy.failureAction, ratio: units.percent(policy.maxFailureRatio) })
      : t('onFailure', { action: policy.failureAction }),
  ]
  return lines.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ))
}
