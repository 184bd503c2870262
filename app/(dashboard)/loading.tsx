import { PageSkeleton } from '@/components/ui/page/skeleton'
import { translator } from '@/lib/i18n/translator'

export default async function Loading() {
  const t = await translator('common')
  return <PageSkeleton label={t('loading')} />
}
