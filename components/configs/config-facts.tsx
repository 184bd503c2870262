'use client'

import { useTranslations } from 'use-intl'
import { LabelList } from '@/components/swarm/label-list'
import { ObjectLink } from '@/components/swarm/object-link'
import { useUnits } from '@/components/swarm/use-units'
import { Copyable } from '@/components/ui/copyable'
import { Description, DescriptionList } from '@/components/ui/page/description-list'
import { RelativeTime } from '@/components/ui/relative-time'
import type { ConfigRow } from '@/lib/contract/data-objects'

/** What is known about a config beside its content. */
export function ConfigFacts({ config }: { config: ConfigRow }) {
  const t = useTranslations('configs.facts')
  const units = useUnits()
  return (
    <div className="max-w-4xl rounded-lg border border-line bg-surface p-4">
      <DescriptionList>
        <Description term={t('size')}>
          {config.sizeBytes !== null && (
            <span title={units.exactBytes(config.sizeBytes)}>
              {units.bytes(config.sizeBytes)} <span className="text-muted">({units.exactBytes(config.sizeBytes)})</span>
            </span>
          )}
        </Description>
        <Description term={t('hash')}>
          {config.contentSha256 && <Copyable value={config.contentSha256} className="break-all" />}
        </Description>
        <Description term={t('templating')}>{config.templating ?? t('noTemplating')}</Description>
        <Description term={t('family')}>{config.family}</Description>
        <Description term={t('stack')}>
          {config.stack ? <ObjectLink kind="stack" name={config.stack} /> : t('noStack')}
        </Description>
        <Description term={t('created')}>
          <RelativeTime at={config.createdAt} />
        </Description>
        <Description term={t('id')}>
          <Copyable value={config.objectId} />
        </Description>
        <Description term={t('labels')}>
          <LabelList labels={config.labels} />
        </Description>
      </DescriptionList>
    </div>
  )
}
