import { ApprovedRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { operationOf } from '@/lib/http/objects'
import { assertApproved } from '@/lib/operations/approval'
import { undoOf } from '@/lib/operations/requests/undo'
import { runOperation } from '@/lib/operations/run'

/** Takes an operation back with a new one that points to it. */
export const POST = endpoint(
  { action: 'operation.undo', object: operationOf, input: ApprovedRequest },
  async ({ object, input, user }) => {
    const plan = await undoOf(object.operationId)
    assertApproved(plan, input.planDigest)
    return runOperation(plan, user)
  },
)
