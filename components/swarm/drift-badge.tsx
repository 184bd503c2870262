'use client'

import { useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'
import type { Tone } from '@/components/ui/state-shape'
import type { DriftState } from '@/lib/contract/deploy'

const tones: Record<DriftState, Tone> = { in_sync: 'running', drifted: 'attention', unknown: 'neutral' }

/** How a stack stands to its last revision, which is another question than how it is. */
export function DriftBadge({ state, variant }: { state: DriftState; variant?: 'plain' | 'soft' }) {
  const t = useTranslations('drift')
  return (
    <Badge tone={tones[state]} variant={variant} title={t(`explanation.${state}`)}>
      {t(`state.${state}`)}
    </Badge>
  )
}
