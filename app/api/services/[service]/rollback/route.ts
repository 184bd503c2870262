import { ApprovedRequest } from '@/lib/contract/inputs/changes'
import { planServiceRollback } from '@/lib/deploy/plan-service-rollback'
import { endpoint } from '@/lib/http/endpoint'
import { serviceOf } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { assertApproved } from '@/lib/operations/approval'
import { runOperation } from '@/lib/operations/run'

/** Gives a service its previous spec again, whole, as a new update. */
export const POST = endpoint(
  { action: 'stack.deploy', object: serviceOf, input: ApprovedRequest },
  ({ object, input, user }) => {
    const plan = planServiceRollback(live().snapshot(), object.service)
    assertApproved(plan, input.planDigest)
    return runOperation(plan, user)
  },
)
