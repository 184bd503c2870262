import { PlanRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { operationOf } from '@/lib/http/objects'
import { plannedChange } from '@/lib/operations/approval'
import { undoOf } from '@/lib/operations/requests/undo'

export const POST = endpoint(
  { action: 'operation.undo', object: operationOf, input: PlanRequest },
  async ({ object }) => plannedChange(await undoOf(object.operationId)),
)
