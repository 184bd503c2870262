'use client'

import { Download, RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { GoneNotice } from '@/components/swarm/gone-notice'
import { UsageList } from '@/components/swarm/usage-list'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button-link'
import { PageHeader } from '@/components/ui/page/page-header'
import { type Tab, Tabs } from '@/components/ui/tabs'
import { useMay } from '@/lib/browser/current-user'
import { useLive } from '@/lib/browser/use-live'
import type { ViewOf } from '@/lib/contract/topics'
import { api } from '@/lib/paths/api'
import { page } from '@/lib/paths/page'
import { CompareTab } from './compare/compare-tab'
import { ConfigContentTab } from './config-content-tab'
import { ConfigFacts } from './config-facts'
import { ConfigVersions } from './config-versions'

type Props = {
  name: string
  initial: ViewOf<`config:${string}`>
  /** More that can be done with it: removing it. */
  actions?: ReactNode
  /** Tabs of other features: its policy. */
  more?: readonly Tab[]
}

/** One config: its content in the form that suits it, its versions, and who uses it. */
export function ConfigView({ name, initial, actions, more = [] }: Props) {
  const t = useTranslations('configs')
  const { document: config, stamp } = useLive(`config:${name}`, initial).view
  const canReadContent = useMay('config.content.read')
  const canRotate = useMay('config.rotate')
  const trail = [{ label: t('title'), href: page.configs() }]
  if (!config) return <GoneNotice stamp={stamp} name={name} trail={trail} />

  const { row, versions } = config
  const users = new Set(row.usedBy.filter((usage) => usage.by === 'spec').map((usage) => usage.serviceName)).size
  const number = row.versions.indexOf(name) + 1
  return (
    <>
      <PageHeader
        title={name}
        trail={trail}
        badge={
          row.format && (
            <Badge tone="neutral" variant="tag">
              {t(`formats.${row.format}`)}
            </Badge>
          )
        }
        state={t('sentence', { users, number, count: versions.length })}
        actions={
          <>
            <ButtonLink
              href={api.configFile(name)}
              download
              icon={Download}
              disabledReason={!canReadContent && t('mayNotRead')}
            >
              {t('download')}
            </ButtonLink>
            {actions}
            <ButtonLink
              href={page.rotateConfig(name)}
              variant="primary"
              icon={RefreshCw}
              disabledReason={!canRotate && t('mayNotRotate')}
            >
              {t('rotate')}
            </ButtonLink>
          </>
        }
      />
      <Tabs
        label={t('tabs.label')}
        tabs={[
          {
            id: 'content',
            label: t('tabs.content'),
            content: <ConfigContentTab config={row} />,
          },
          {
            id: 'usage',
            label: t('tabs.usage'),
            count: row.usedBy.length,
            content: <UsageList usages={row.usedBy} emptyTitle={t('unused.title')} emptyText={t('unused.text')} />,
          },
          {
            id: 'versions',
            label: t('tabs.versions'),
            count: versions.length,
            content: <ConfigVersions versions={versions} name={name} />,
          },
          ...(versions.length > 1
            ? [{ id: 'compare', label: t('tabs.compare'), content: <CompareTab config={row} versions={versions} /> }]
            : []),
          ...more,
          { id: 'facts', label: t('tabs.facts'), content: <ConfigFacts config={row} /> },
        ]}
      />
    </>
  )
}
