'use client'

import { useTranslations } from 'use-intl'
import { useDuration } from '@/components/plan/use-duration'
import type { Rollout } from '@/lib/plan/plan'
import type { RolloutWish } from '@/lib/rotation/rollout/rollout'

/** How several services are changed, in a few words; of a plan, which shows its stops as steps, without them: "One service after the other; put back by itself on failure." */
export function useRolloutText(): (rollout: Rollout & Partial<RolloutWish>, services: number) => string {
  const t = useTranslations('plan.rollout')
  const duration = useDuration()
  return ({ atOnce, watchMs, onFailure, keepVersions, holdBefore, holdAfterCanary }, services) => {
    const parts = [
      holdBefore ? t('heldBefore') : null,
      holdAfterCanary && services > 1 ? t('heldAfterCanary') : null,
      services < 2 ? null : t('inTurn', { atOnce }),
      watchMs === null ? null : t('watched', { duration: duration(watchMs) }),
      t(`failure.${onFailure}`),
      keepVersions === null ? null : t('kept', { keep: keepVersions }),
    ]
    return parts.filter((part) => part !== null).join(' ')
  }
}
