import { RollBackPlanRequest } from '@/lib/contract/inputs/deploy'
import { endpoint } from '@/lib/http/endpoint'
import { revisionObject } from '@/lib/http/objects'
import { planRollback } from '@/lib/operations/requests/revisions'

/** What bringing the revision back would do. */
export const POST = endpoint(
  { action: 'stack.deploy', object: revisionObject, input: RollBackPlanRequest },
  ({ object, input }) => planRollback(object.stack, object.number, input.undoes),
)
