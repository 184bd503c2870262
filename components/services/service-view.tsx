'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { GoneNotice } from '@/components/swarm/gone-notice'
import { HealthBadge } from '@/components/swarm/health-badge'
import { ReasonText } from '@/components/swarm/reason-text'
import { PageHeader } from '@/components/ui/page/page-header'
import { Tabs } from '@/components/ui/tabs'
import { useLive } from '@/lib/browser/use-live'
import type { ServiceDetail } from '@/lib/contract/services'
import type { ViewOf } from '@/lib/contract/topics'
import { page } from '@/lib/paths/page'
import { ServiceEnvironment } from './environment/service-environment'
import { RollBackService } from './roll-back-service'
import { ServiceFiles } from './service-files'
import { ServiceTasks } from './service-tasks'
import { ServiceSettings } from './settings/service-settings'

type Props = {
  name: string
  initial: ViewOf<`service:${string}`>
  /** Above the tabs: what changes the number of replicas. */
  scaler?: ReactNode
}

/** One service: its tasks and their past, and everything that its spec says. */
export function ServiceView({ name, initial, scaler }: Props) {
  const t = useTranslations('services')
  const { document: service, stamp } = useLive(`service:${name}`, initial).view
  const trail = [{ label: t('title'), href: page.services() }]
  if (!service) return <GoneNotice stamp={stamp} name={name} trail={trail} />

  const { row, configs, secrets, mounts, environmentNames } = service
  return (
    <>
      <PageHeader
        title={name}
        trail={row.stack ? [{ label: row.stack, href: page.stack(row.stack) }] : trail}
        badge={<HealthBadge health={row.health} variant="soft" />}
        state={<ServiceSentence service={service} />}
        actions={<RollBackService name={name} hasPreviousSpec={service.hasPreviousSpec} />}
      />
      {scaler && <div className="mb-5">{scaler}</div>}
      <Tabs
        label={t('tabs.label')}
        tabs={[
          { id: 'tasks', label: t('tabs.tasks'), content: <ServiceTasks service={service} /> },
          { id: 'settings', label: t('tabs.settings'), content: <ServiceSettings service={service} /> },
          {
            id: 'files',
            label: t('tabs.files'),
            count: configs.length + secrets.length + mounts.length,
            content: <ServiceFiles service={service} />,
          },
          {
            id: 'environment',
            label: t('tabs.environment'),
            count: environmentNames.length,
            content: <ServiceEnvironment service={service} />,
          },
        ]}
      />
    </>
  )
}

/** "3 of 3 tasks running on 2 nodes", and why not where it is not so. */
function ServiceSentence({ service: { row, tasks } }: { service: ServiceDetail }) {
  const t = useTranslations('services.sentence')
  const nodes = new Set(tasks.filter((task) => task.isRunning).map((task) => task.nodeId)).size
  const { runningTasks: running, desiredTasks: desired } = row
  return (
    <>
      {t(row.mode, { running, desired, nodes })}
      {row.reason && '; '}
      <ReasonText reason={row.reason} />
    </>
  )
}
