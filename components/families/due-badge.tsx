'use client'

import { useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'
import { useMinute } from '@/components/ui/time/use-minute'
import { ageState } from '@/lib/rotation/policy'

const dayMs = 86_400_000

type Props = { maxAgeDays: number; madeAt: number }

/** How a version stands to the age that its policy allows: "in 12 days", "due in 3 days", "overdue by 2 days". */
export function DueBadge({ maxAgeDays, madeAt }: Props) {
  const t = useTranslations('families.due')
  const now = useMinute()
  const state = ageState({ maxAgeDays }, madeAt, now) ?? 'fresh'
  const left = madeAt + maxAgeDays * dayMs - now
  // The clock of a page is behind by up to a minute: what was just made has no more than all of its time.
  const days = Math.min(Math.ceil(Math.abs(left) / dayMs), left > 0 ? maxAgeDays : Number.POSITIVE_INFINITY)
  const text = t(state, { days })
  if (state === 'fresh') return <span className="whitespace-nowrap text-muted">{text}</span>
  return <Badge tone="attention">{text}</Badge>
}
