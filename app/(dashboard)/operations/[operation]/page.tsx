import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OperationPage } from '@/components/operations/operation-page'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'
import { live } from '@/lib/live/live'

type Props = { params: Promise<{ operation: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('operations')
  return { title: t('one') }
}

export default async function Page({ params }: Props) {
  const { operation } = await params
  await requireUser('operation.read')
  const initial = live().view(`operation:${operation}`)
  if (!initial.document) notFound()
  return <OperationPage operationId={operation} initial={initial} />
}
