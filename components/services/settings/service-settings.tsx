'use client'

import { useTranslations } from 'use-intl'
import { ImageName } from '@/components/swarm/image-name'
import { LabelList } from '@/components/swarm/label-list'
import { useUnits } from '@/components/swarm/use-units'
import { Copyable } from '@/components/ui/copyable'
import { Description, DescriptionList } from '@/components/ui/page/description-list'
import { Section } from '@/components/ui/page/section'
import { RelativeTime } from '@/components/ui/relative-time'
import type { HealthcheckView, ServiceDetail } from '@/lib/contract/services'
import { CommandText } from './command-text'
import { NetworkSettings } from './network-settings'
import { PlacementSettings } from './placement-settings'
import { SettingsLayers } from './settings-layers'
import { UpdateSettings } from './update-settings'

/** What the service's spec really says, in the order in which a person asks for it. */
export function ServiceSettings({ service }: { service: ServiceDetail }) {
  const t = useTranslations('services.settings')
  return (
    <div className="gap-x-6 lg:columns-2 [&>section]:mt-0 [&>section]:mb-8 [&>section]:break-inside-avoid">
      <ProcessSettings service={service} />
      <NetworkSettings service={service} />
      <PlacementSettings service={service} />
      <UpdateSettings service={service} />
      <Section title={t('labels')} framed>
        <DescriptionList>
          <Description term={t('serviceLabels')}>
            <LabelList labels={service.labels} />
          </Description>
          <Description term={t('containerLabels')}>
            <LabelList labels={service.containerLabels} />
          </Description>
        </DescriptionList>
      </Section>
      <SettingsLayers service={service} />
    </div>
  )
}

function ProcessSettings({ service }: { service: ServiceDetail }) {
  const t = useTranslations('services.settings')
  const units = useUnits()
  const { row, healthcheck } = service
  return (
    <Section title={t('process')} framed>
      <DescriptionList>
        <Description term={t('image')}>
          <ImageName image={row.image} />
        </Description>
        <Description term={t('mode')}>{row.mode}</Description>
        <Description term={t('command')}>
          {service.command.length > 0 ? <CommandText words={service.command} /> : <FromImage />}
        </Description>
        <Description term={t('args')}>
          {service.args.length > 0 ? <CommandText words={service.args} /> : <FromImage />}
        </Description>
        <Description term={t('user')}>{service.user ?? <FromImage />}</Description>
        <Description term={t('workingDir')}>{service.workingDir ?? <FromImage />}</Description>
        <Description term={t('hostname')}>{service.hostname}</Description>
        <Description term={t('healthcheck')}>
          {healthcheck ? (
            <>
              <CommandText words={healthcheck.test} />
              <span className="block text-muted">
                <HealthcheckTimes healthcheck={healthcheck} />
              </span>
            </>
          ) : (
            <span className="text-muted">{t('noHealthcheck')}</span>
          )}
        </Description>
        <Description term={t('restart')}>{service.restartCondition ?? t('restartDefault')}</Description>
        <Description term={t('stopGrace')}>{durationText(service.stopGraceMs)}</Description>
        <Description term={t('logDriver')}>{service.logDriver ?? t('default')}</Description>
        <Description term={t('serviceId')}>
          <Copyable value={row.serviceId} />
        </Description>
        <Description term={t('created')}>
          <RelativeTime at={service.createdAt} />
        </Description>
        <Description term={t('changed')}>
          <RelativeTime at={row.updatedAt} />
        </Description>
      </DescriptionList>
    </Section>
  )

  function durationText(durationMs: number | null): string {
    return durationMs === null ? t('default') : units.duration(durationMs)
  }
}

/** What the service says of its health check; the rest is as the image says, or Docker's default. */
function HealthcheckTimes({ healthcheck }: { healthcheck: HealthcheckView }) {
  const t = useTranslations('services.settings.healthcheckTimes')
  const units = useUnits()
  const { intervalMs, timeoutMs, retries, startPeriodMs } = healthcheck
  const parts = [
    intervalMs !== null && t('interval', { interval: units.duration(intervalMs) }),
    timeoutMs !== null && t('timeout', { timeout: units.duration(timeoutMs) }),
    retries !== null && t('retries', { retries }),
    startPeriodMs !== null && t('startPeriod', { startPeriod: units.duration(startPeriodMs) }),
  ]
  return parts.filter(Boolean).join(', ')
}

/** Only the image says, and a manager need not have the image. */
function FromImage() {
  const t = useTranslations('services.settings')
  return <span className="text-muted">{t('fromImage')}</span>
}
