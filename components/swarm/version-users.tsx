'use client'

import { useTranslations } from 'use-intl'
import type { Usage } from '@/lib/contract/data-objects'
import { ServiceLinks } from './service-links'

/** Services by their spec first; one that only a rollback needs, or a task that still runs, is told apart. */
export function VersionUsers({ usages }: { usages: readonly Usage[] }) {
  const t = useTranslations('swarm.versions')
  const now = namesOf(usages, (usage) => usage.by === 'spec')
  const later = namesOf(usages, (usage) => usage.by !== 'spec').filter((name) => !now.includes(name))
  return (
    <>
      {(now.length > 0 || later.length === 0) && <ServiceLinks names={now} />}
      {later.length > 0 && (
        <span className="block text-muted">
          {t('forRollback')} <ServiceLinks names={later} />
        </span>
      )}
    </>
  )
}

function namesOf(usages: readonly Usage[], matches: (usage: Usage) => boolean): string[] {
  return [...new Set(usages.filter(matches).map((usage) => usage.serviceName))]
}
