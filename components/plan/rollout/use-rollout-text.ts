'use client'

import { useTranslations } from 'use-intl'
import { useDuration } from '@/components/plan/use-duration'
import type { Rollout } from '@/lib/plan/plan'

/** How several services are changed, in a few words: "One service after the other; put back by itself on failure." */
export function useRolloutText(): (rollout: Rollout, services: number) => string {
  const t = useTranslations('plan.rollout')
  const duration = useDuration()
  return ({ atOnce, watchMs, onFailure, keepVersions }, services) => {
    const parts = [
      services < 2 ? null : t('inTurn', { atOnce }),
      watchMs === null ? null : t('watched', { duration: duration(watchMs) }),
      t(`failure.${onFailure}`),
      keepVersions === null ? null : t('kept', { keep: keepVersions }),
    ]
    return parts.filter((part) => part !== null).join(' ')
  }
}
