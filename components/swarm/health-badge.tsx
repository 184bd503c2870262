'use client'

import { useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'
import type { Health } from '@/lib/contract/health'
import { healthTone } from './tone'

type Props = { health: Health; variant?: 'plain' | 'soft'; className?: string }

/** How a stack, service or node is, in one word. */
export function HealthBadge({ health, variant, className }: Props) {
  const t = useTranslations('health')
  return (
    <Badge tone={healthTone[health]} variant={variant} className={className}>
      {t(health)}
    </Badge>
  )
}
