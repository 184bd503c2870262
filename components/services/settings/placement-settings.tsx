'use client'

import { useTranslations } from 'use-intl'
import { useUnits } from '@/components/swarm/use-units'
import { Description, DescriptionList } from '@/components/ui/page/description-list'
import { Section } from '@/components/ui/page/section'
import type { ServiceDetail } from '@/lib/contract/services'

/** Where tasks may run, what they are promised and what they may take. */
export function PlacementSettings({ service }: { service: ServiceDetail }) {
  const t = useTranslations('services.settings')
  const units = useUnits()
  const { limitNanoCpus, limitMemoryBytes, reservedNanoCpus, reservedMemoryBytes } = service.resources
  const isUnlimited = limitNanoCpus === null && limitMemoryBytes === null
  const amounts = (nanoCpus: number | null, memoryBytes: number | null) =>
    [nanoCpus !== null && units.cpus(nanoCpus), memoryBytes !== null && units.bytes(memoryBytes)]
      .filter(Boolean)
      .join(', ')
  return (
    <Section title={t('placement')} framed>
      <DescriptionList>
        <Description term={t('constraints')}>
          <Lines lines={service.constraints} />
        </Description>
        <Description term={t('preferences')}>
          <Lines lines={service.preferences.map((preference) => t('spread', { over: preference }))} />
        </Description>
        <Description term={t('maxPerNode')}>{service.maxReplicasPerNode}</Description>
        <Description term={t('reservations')}>{amounts(reservedNanoCpus, reservedMemoryBytes)}</Description>
        <Description term={t('limits')}>
          {isUnlimited ? <span className="text-muted">{t('noLimits')}</span> : amounts(limitNanoCpus, limitMemoryBytes)}
        </Description>
      </DescriptionList>
    </Section>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return <span className="text-faint">–</span>
  return lines.map((line) => (
    <code key={line} className="block break-all">
      {line}
    </code>
  ))
}
