'use client'

import { useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'

/** Of a stack whose file still names the version that a rotation has replaced. */
export function BehindBadge({ variant }: { variant?: 'plain' | 'soft' }) {
  const t = useTranslations('stackFiles')
  return (
    <Badge tone="attention" variant={variant} title={t('isBehind')}>
      {t('behindBadge')}
    </Badge>
  )
}
