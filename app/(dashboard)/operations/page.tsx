import type { Metadata } from 'next'
import { OperationList } from '@/components/operations/operation-list'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'
import { live } from '@/lib/live/live'

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('operations')
  return { title: t('title') }
}

export default async function OperationsPage() {
  await requireUser('operation.read')
  return <OperationList initial={live().view('operations')} />
}
