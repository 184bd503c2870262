import type { Metadata } from 'next'
import { ActivityLog } from '@/components/activity/activity-log'
import { activityFilter, pageSize } from '@/components/activity/activity-query'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'
import { listAudit } from '@/lib/store/audit'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('activity'))('title') }
}

type Props = { searchParams: Promise<{ text?: string; result?: string }> }

export default async function ActivityPage({ searchParams }: Props) {
  await requireUser('activity.read')
  const { text, result } = await searchParams
  const filter = activityFilter(text, result)
  const rows = await listAudit({
    limit: pageSize,
    text: filter.text || undefined,
    result: filter.result || undefined,
  })
  return <ActivityLog initial={{ filter, rows }} />
}
