import { OperationPage } from '@/components/operations/operation-page'
import { requireUser } from '@/lib/auth/require-user'
import { live } from '@/lib/live/live'

export default async function Page({ params }: { params: Promise<{ operation: string }> }) {
  await requireUser('operation.read')
  const { operation } = await params
  return <OperationPage operationId={operation} initial={live().view(`operation:${operation}`)} />
}
