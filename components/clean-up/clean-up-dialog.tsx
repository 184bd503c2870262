'use client'

import { useTranslations } from 'use-intl'
import { RemovalDialog } from '@/components/plan/versions/removal-dialog'
import { callApi } from '@/lib/browser/call-api'
import { usePlan } from '@/lib/browser/use-plan'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { PlannedCleanUp } from '@/lib/contract/policies'
import { api } from '@/lib/paths/api'
import { useVersionsState } from './use-versions-state'

type Props = { kinds: readonly DataObjectKind[]; keep: number; families: readonly string[]; onClose: () => void }

/** Which versions go, and the question that has to be answered by typing how many: none of them comes back. */
export function CleanUpDialog({ kinds, keep, families, onClose }: Props) {
  const t = useTranslations('cleanUp.dialog')
  const wish = { kinds, keep, families }
  const planned = usePlan<PlannedCleanUp>(api.cleanUpPlan(), wish)
  const count = planned.plan?.steps.length ?? 0
  return (
    <RemovalDialog
      title={t('title')}
      description={t('description')}
      word={String(count)}
      asks={t('type', { count })}
      apply={t('apply', { count })}
      nothing={t('nothing')}
      planned={planned}
      state={useVersionsState()}
      send={(planDigest) => callApi('POST', api.cleanUp(), { ...wish, planDigest })}
      onClose={onClose}
    />
  )
}
