'use client'

import { useFormatter, useTranslations } from 'use-intl'
import type { PlannedDeploy } from '@/lib/contract/deploy'
import { deployCounts } from './deploy-counts'

const ofServices = ['create', 'restart', 'update', 'remove'] as const
const ofObjects = ['objects', 'relabel'] as const

/** "create 3 services, restart 1, create 2 objects", for the button that does it; empty where nothing is to be done. */
export function useCountsText(): (planned: Pick<PlannedDeploy, 'services' | 'objects'>) => string {
  const t = useTranslations('deploy.counts')
  const format = useFormatter()
  return (planned) => {
    const counts = deployCounts(planned)
    // The first one says that services are counted, and the others follow it.
    const services = ofServices
      .filter((what) => counts[what] > 0)
      .map((what, index) => t(index === 0 ? what : `${what}More`, { count: counts[what] }))
    const objects = ofObjects.filter((what) => counts[what] > 0).map((what) => t(what, { count: counts[what] }))
    return format.list([...services, ...objects], { type: 'unit' })
  }
}
