'use client'

import { EyeOff, RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { GoneNotice } from '@/components/swarm/gone-notice'
import { LabelList } from '@/components/swarm/label-list'
import { ObjectLink } from '@/components/swarm/object-link'
import { UsageList } from '@/components/swarm/usage-list'
import { ButtonLink } from '@/components/ui/button-link'
import { Copyable } from '@/components/ui/copyable'
import { Description, DescriptionList } from '@/components/ui/page/description-list'
import { PageHeader } from '@/components/ui/page/page-header'
import { RelativeTime } from '@/components/ui/relative-time'
import { type Tab, Tabs } from '@/components/ui/tabs'
import { useMay } from '@/lib/browser/current-user'
import { useLive } from '@/lib/browser/use-live'
import type { SecretRow } from '@/lib/contract/data-objects'
import type { ViewOf } from '@/lib/contract/topics'
import { page } from '@/lib/paths/page'
import { SecretVersions } from './secret-versions'

type Props = {
  name: string
  initial: ViewOf<`secret:${string}`>
  /** More that can be done with it: removing it. */
  actions?: ReactNode
  /** Tabs of other features: its policy. */
  more?: readonly Tab[]
}

/** One secret: who uses it and where it lies in their containers. Its value is nowhere but there. */
export function SecretView({ name, initial, actions, more = [] }: Props) {
  const t = useTranslations('secrets')
  const { document: secret, stamp } = useLive(`secret:${name}`, initial).view
  const canRotate = useMay('secret.rotate')
  const trail = [{ label: t('title'), href: page.secrets() }]
  if (!secret) return <GoneNotice stamp={stamp} name={name} trail={trail} />

  const { row, versions } = secret
  const users = new Set(row.usedBy.filter((usage) => usage.by === 'spec').map((usage) => usage.serviceName)).size
  return (
    <>
      <PageHeader
        title={name}
        trail={trail}
        state={t('sentence', { users, number: row.versions.indexOf(name) + 1, count: versions.length })}
        actions={
          <>
            {actions}
            <ButtonLink
              href={page.rotateSecret(name)}
              variant="primary"
              icon={RefreshCw}
              disabledReason={!canRotate && t('mayNotRotate')}
            >
              {t('rotate')}
            </ButtonLink>
          </>
        }
      />
      <p className="mb-5 flex max-w-prose items-start gap-2.5 text-muted">
        <EyeOff aria-hidden className="mt-0.5 size-4 shrink-0 text-faint" />
        {t('hidden')}
      </p>
      <Tabs
        label={t('tabs.label')}
        tabs={[
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
            content: <SecretVersions versions={versions} name={name} />,
          },
          ...more,
          { id: 'facts', label: t('tabs.facts'), content: <SecretFacts secret={row} /> },
        ]}
      />
    </>
  )
}

function SecretFacts({ secret }: { secret: SecretRow }) {
  const t = useTranslations('secrets.facts')
  return (
    <div className="max-w-4xl rounded-lg border border-line bg-surface p-4">
      <DescriptionList>
        <Description term={t('created')}>
          <RelativeTime at={secret.createdAt} />
        </Description>
        <Description term={t('updated')}>
          <RelativeTime at={secret.updatedAt} />
        </Description>
        <Description term={t('driver')}>{secret.driver ?? t('noDriver')}</Description>
        <Description term={t('family')}>{secret.family}</Description>
        <Description term={t('stack')}>
          {secret.stack ? <ObjectLink kind="stack" name={secret.stack} /> : t('noStack')}
        </Description>
        <Description term={t('id')}>
          <Copyable value={secret.objectId} />
        </Description>
        <Description term={t('labels')}>
          <LabelList labels={secret.labels} />
        </Description>
      </DescriptionList>
    </div>
  )
}
