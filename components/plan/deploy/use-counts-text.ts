'use client'

import { useTranslations } from 'use-intl'
import type { PlannedDeploy } from '@/lib/contract/deploy'
import { countedKinds, countedVerdicts, deployCounts } from './deploy-counts'

/** "create 3 services, restart 1, create 2 configs", for the button that does it; empty where nothing is to be done. */
export function useCountsText(): (planned: Pick<PlannedDeploy, 'services' | 'objects'>) => string {
  const t = useTranslations('deploy.counts')
  return (planned) => {
    const { services, created, removed, relabelled } = deployCounts(planned)
    const parts = [
      // The first one says that services are counted, and the others follow it.
      ...countedVerdicts
        .filter((verdict) => services[verdict] > 0)
        .map((verdict, index) => t(index === 0 ? verdict : `${verdict}More`, { count: services[verdict] })),
      ...countedKinds.filter((kind) => created[kind] > 0).map((kind) => t('created', { kind, count: created[kind] })),
      ...countedKinds.filter((kind) => removed[kind] > 0).map((kind) => t('removed', { kind, count: removed[kind] })),
      ...(relabelled > 0 ? [t('relabelled', { count: relabelled })] : []),
    ]
    // Korean has no commas in a list of units, and then one cannot see where the next one begins.
    return parts.join(', ')
  }
}
