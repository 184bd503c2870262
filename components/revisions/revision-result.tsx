'use client'

import { useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'
import type { Tone } from '@/components/ui/state-shape'
import type { RevisionResult } from '@/lib/contract/deploy'

const tones: Record<RevisionResult, Tone> = {
  running: 'working',
  converged: 'running',
  rolled_back: 'attention',
  failed: 'failing',
  needs_decision: 'attention',
  recorded: 'neutral',
}

/** What became of a revision when it was deployed. */
export function RevisionResultBadge({ result, variant }: { result: RevisionResult; variant?: 'plain' | 'soft' }) {
  const t = useTranslations('revisions.result')
  return (
    <Badge tone={tones[result]} variant={variant}>
      {t(result)}
    </Badge>
  )
}
