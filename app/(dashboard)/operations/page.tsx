import { OperationList } from '@/components/operations/operation-list'
import { requireUser } from '@/lib/auth/require-user'
import { live } from '@/lib/live/live'

export default async function OperationsPage() {
  await requireUser('operation.read')
  return <OperationList initial={live().view('operations')} />
}
