import { PlanRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { operationOf } from '@/lib/http/objects'
import { plannedMove } from '@/lib/operations/files/planned-files'
import { undoOf } from '@/lib/operations/requests/undo'

export const POST = endpoint(
  { action: 'operation.undo', object: operationOf, input: PlanRequest },
  async ({ object }) => plannedMove(await undoOf(object.operationId)),
)
